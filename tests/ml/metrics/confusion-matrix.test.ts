import { describe, expect, test } from "vitest";

import type { Label } from "../../../src/ml/labels.ts";
import { accuracyScore, confusionMatrix } from "../../../src/ml/metrics.ts";
import fixture from "../../fixtures/ml/metrics.json" with { type: "json" };
import { expectClose } from "../expect-close.ts";

test.each(Object.entries(fixture.labels))("agrees with scikit-learn on %s", (_, given) => {
  const yTrue: readonly Label[] = Object.freeze(given.yTrue);
  const yPred: readonly Label[] = Object.freeze(given.yPred);
  expect(confusionMatrix(yTrue, yPred)).toEqual(given.confusion);
  for (const normalize of ["true", "pred", "all"] as const) {
    expectClose(confusionMatrix(yTrue, yPred, { normalize }), given.normalized[normalize], 1e-12);
  }
});

test("counts the classes that are asked for, in their order, and no others", () => {
  const [yTrue, yPred] = [
    ["a", "b", "c", "a"],
    ["a", "c", "c", "b"],
  ];
  expect(confusionMatrix(yTrue, yPred, { labels: ["c", "a", "never"] })).toEqual([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 0],
  ]);
});

test("refuses another normalize", () => {
  // @ts-expect-error: the point is what happens when the types are not kept
  expect(() => confusionMatrix([1], [1], { normalize: "rows" })).toThrow(
    'confusionMatrix needs normalize "true", "pred" or "all", got "rows".',
  );
});

test("the accuracy is the share of equal labels", () => {
  expect(accuracyScore(["a", "b", "b", "a"], ["a", "b", "a", "a"])).toBe(0.75);
});

test("the confusion matrix has true classes as rows, and a row and a column for a class that occurs on one side only", () => {
  expect(confusionMatrix(["b", "b", "a"], ["b", "c", "b"])).toEqual([
    [0, 1, 0],
    [0, 1, 1],
    [0, 0, 0],
  ]);
});

describe.each([
  { name: "accuracyScore", metric: accuracyScore },
  { name: "confusionMatrix", metric: confusionMatrix },
])("$name refuses", ({ name, metric }) => {
  test("lists of different lengths", () => {
    expect(() => metric([1, 2, 3], [1, 2])).toThrow(
      new RangeError(`${name} needs one prediction for each label, got 3 labels and 2 predictions.`),
    );
  });

  test("nothing at all", () => {
    expect(() => metric([], [])).toThrow(new RangeError(`${name} needs at least one label, got none.`));
  });

  test("NaN, which is never equal to itself", () => {
    expect(() => metric([Number.NaN], [Number.NaN])).toThrow(RangeError);
  });

  test("numbers against their digits", () => {
    expect(() => metric<string | number>([1], ["1"])).toThrow(TypeError);
  });
});
