import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  meanAbsoluteError,
  meanSquaredError,
  r2Score,
  rootMeanSquaredError,
} from "../../../src/ml/metrics.ts";
import fixture from "../../fixtures/ml/metrics.json" with { type: "json" };

describe.each(Object.entries(fixture.targets))("agree with scikit-learn on %s", (_, given) => {
  const yTrue: readonly number[] = Object.freeze(given.yTrue);
  const yPred: readonly number[] = Object.freeze(given.yPred);

  test("errors in the unit of the targets, and squared", () => {
    expectShare(meanAbsoluteError(yTrue, yPred), given.meanAbsoluteError);
    expectShare(meanSquaredError(yTrue, yPred), given.meanSquaredError);
    expectShare(rootMeanSquaredError(yTrue, yPred), given.rootMeanSquaredError);
    expectShare(meanSquaredError(yTrue, yPred, { squared: false }), given.rootMeanSquaredError);
  });

  test("R²", () => {
    expectShare(r2Score(yTrue, yPred), given.r2);
  });
});

const targets = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
  minLength: 2,
  maxLength: 20,
});

test("R² does not mind the unit, the zero point, the order of rows, nor rows that come twice", () => {
  fc.assert(
    fc.property(targets, (rows) => {
      const score = (of: readonly (readonly [number, number])[]) =>
        r2Score(
          of.map(([target]) => target),
          of.map(([, prediction]) => prediction),
        );
      const expected = score(rows);
      for (const changed of [
        rows.map(([target, prediction]) => [4 * target + 8, 4 * prediction + 8] as const),
        [...rows].reverse(),
        [...rows, ...rows],
      ]) {
        expectShare(score(changed), expected);
      }
    }),
  );
});

test("targets that are all the same, though their mean is rounded, leave nothing to explain", () => {
  expect(r2Score([0.1, 0.1, 0.1], [0.1, 0.1, 0.1])).toBe(1);
  expect(r2Score([0.1, 0.1, 0.1], [0.1, 0.1, 0.2])).toBe(0);
});

describe("refuse", () => {
  test("R² of one target", () => {
    expect(() => r2Score([1], [1])).toThrow(new RangeError("r2Score needs two targets or more, got one."));
  });

  test.each([
    [[], [], /needs at least one target, got none/],
    [[1, 2], [1], /got 2 targets and 1 predictions/],
    [[1, Number.NaN], [1, 2], /needs finite numbers, got NaN at index 1/],
    [[1, 2], [1, Number.POSITIVE_INFINITY], /needs finite numbers, got Infinity at index 1/],
    [[1, 2], new Array<number>(2), /needs finite numbers, got undefined at index 0/],
  ])("%j and %j", (yTrue, yPred, message) => {
    for (const metric of [meanAbsoluteError, meanSquaredError, rootMeanSquaredError, r2Score]) {
      expect(() => metric(yTrue, yPred)).toThrow(message);
    }
  });
});

/** Expects nine digits of a number, however small it is. */
function expectShare(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
}
