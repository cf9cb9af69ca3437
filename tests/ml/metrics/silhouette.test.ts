import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Label } from "../../../src/ml/labels.ts";
import { silhouetteSamples, silhouetteScore } from "../../../src/ml/metrics.ts";
import fixture from "../../fixtures/ml/metrics.json" with { type: "json" };
import { expectClose, frozen } from "../expect-close.ts";

test.each(Object.entries(fixture.clusters))(
  "agrees with scikit-learn on %s",
  (_, { X, labels, score, samples }) => {
    const clusters: readonly Label[] = Object.freeze(labels);
    expectClose(silhouetteScore(frozen(X), clusters), score);
    expectClose(silhouetteSamples(frozen(X), clusters), samples);
  },
);

test("worked by hand: 0 and 1 against 10", () => {
  // Row 0: 1 from its own, 10 from the other: 9/10. Row 1: 8/9. Row 10 is alone.
  expectClose(silhouetteSamples([[0], [1], [10]], ["a", "a", "b"]), [9 / 10, 8 / 9, 0], 1e-15);
});

test("does not mind the unit, a constant column, nor the clusters' names", () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), {
    minLength: 4,
    maxLength: 12,
  });
  fc.assert(
    fc.property(rows, (X) => {
      const labels = X.map((_, i) => i % 2);
      const expected = silhouetteScore(X, labels);
      expectClose(
        silhouetteScore(
          X.map(([a, b]) => [8 * a, 8 * b, 3]),
          labels,
        ),
        expected,
      );
      expectClose(
        silhouetteScore(
          X,
          labels.map((label) => (label === 0 ? "z" : "a")),
        ),
        expected,
      );
    }),
  );
});

describe("refuses", () => {
  test.each([
    [[1, 1, 1], /needs 2 to 2 clusters, got 1 of 3 rows/],
    [[1, 2, 3], /needs 2 to 2 clusters, got 3 of 3 rows/],
    [[1, 2], /got 3 rows and 2 targets/],
  ])("labels %j of three rows", (labels, message) => {
    expect(() => silhouetteScore([[0], [1], [2]], labels)).toThrow(message);
  });
});
