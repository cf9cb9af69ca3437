import { describe, expect, test } from "vitest";

import { rowsOfClasses, sortedClasses } from "../../src/ml/labels.ts";

describe("sortedClasses", () => {
  test("orders numbers by size and strings by character code, each once", () => {
    expect(sortedClasses("Someone", Object.freeze([10, 9, -1, 10]))).toEqual([-1, 9, 10]);
    expect(sortedClasses("Someone", ["b", "a", "B", "10", "9", "a"])).toEqual(["10", "9", "B", "a", "b"]);
  });

  test.each([
    [[1, "1"], 'Someone needs labels of one kind, got a number first and "1" at index 1.'],
    [["a", undefined], "Someone needs strings or numbers as labels, got undefined at index 1."],
    [[true], "Someone needs strings or numbers as labels, got true at index 0."],
    [new Array(1), "Someone needs strings or numbers as labels, got undefined at index 0."],
    ["aab", 'Someone needs an array of labels, got "aab".'],
  ])("is a TypeError for %j", (labels, message) => {
    // @ts-expect-error: the point is what happens when the types are not kept
    expect(() => sortedClasses("Someone", labels)).toThrow(new TypeError(message));
  });

  test("is a RangeError for a label that is no finite number", () => {
    expect(() => sortedClasses("Someone", [0, Number.NaN])).toThrow(
      new RangeError("Someone needs finite labels, got NaN at index 1."),
    );
  });
});

test("rowsOfClasses keeps the order of first appearance", () => {
  expect(rowsOfClasses("Someone", Object.freeze(["b", "a", "b", "c"]))).toEqual([[0, 2], [1], [3]]);
});
