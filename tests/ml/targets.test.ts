import { expect, test } from "vitest";

import { weightsOfClasses } from "../../src/ml/class-weights.ts";
import { readClasses, readTargets } from "../../src/ml/targets.ts";

test("targets are copied, and refused unless finite numbers", () => {
  const y = Object.freeze([1, -2.5]);
  expect(readTargets("Someone", 2, y)).toEqual(Float64Array.of(1, -2.5));
  expect(() => readTargets("Someone", 3, y)).toThrow(
    "Someone needs one target for each row, got 3 rows and 2 targets.",
  );
  expect(() => readTargets("Someone", 1, [Infinity])).toThrow(
    "Someone needs finite targets, got Infinity at index 0.",
  );
  // @ts-expect-error: what plain JavaScript might pass
  expect(() => readTargets("Someone", 1, [null])).toThrow(
    "Someone needs numbers as targets, got null at index 0.",
  );
});

test("classes are numbered in ascending order of their labels", () => {
  const { classes, codes } = readClasses("Someone", 4, Object.freeze([10, 2, 2, 7]));
  expect(classes).toEqual([2, 7, 10]);
  expect(codes).toEqual(Int32Array.of(2, 0, 0, 1));
});

test("balanced weights let every class count alike, and as much in all as there are rows", () => {
  const labels = readClasses("Someone", 4, ["a", "b", "b", "b"]);
  // n / (nClasses · count), as scikit-learn's compute_class_weight("balanced")
  expect(weightsOfClasses("Someone", labels, "balanced")).toEqual(Float64Array.of(2, 2 / 3));
  expect(weightsOfClasses("Someone", labels, { b: 0.5 })).toEqual(Float64Array.of(1, 0.5));
  expect(weightsOfClasses("Someone", labels, undefined)).toEqual(Float64Array.of(1, 1));
});
