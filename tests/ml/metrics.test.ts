import { describe, expect, test } from "vitest";

import { accuracyScore, confusionMatrix } from "../../src/ml/metrics.ts";
import fixture from "../fixtures/ml/metrics.json" with { type: "json" };

const yTrue = Object.freeze(fixture.yTrue);
const yPred = Object.freeze(fixture.yPred);

test("agree with scikit-learn on twelve classes", () => {
  expect(accuracyScore(yTrue, yPred)).toBeCloseTo(fixture.accuracy, 12);
  expect(confusionMatrix(yTrue, yPred)).toEqual(fixture.confusion);
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
