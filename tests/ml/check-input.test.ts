import { describe, expect, test } from "vitest";

import { checkCount, checkSameLength, shown } from "../../src/ml/check-input.ts";
import { readMatrix } from "../../src/ml/features.ts";

/** What a caller in plain JavaScript might pass. */
function read(X: unknown, nFeatures?: number) {
  // @ts-expect-error: the point is what happens when the types are not kept
  return readMatrix("Someone", X, nFeatures);
}

describe("readMatrix", () => {
  test("copies the rows, one after the other", () => {
    const X = Object.freeze([Object.freeze([1, 2, 3]), Object.freeze([4, 5, 6])]);
    expect(readMatrix("Someone", X)).toEqual({
      values: Float64Array.of(1, 2, 3, 4, 5, 6),
      nSamples: 2,
      nFeatures: 3,
    });
  });

  test.each([
    [undefined, "Someone needs an array of rows, got undefined."],
    ["1,2", 'Someone needs an array of rows, got "1,2".'],
    [[1, 2], "Someone needs an array for each row, got 1 as row 0."],
    [[[1], null], "Someone needs an array for each row, got null as row 1."],
    [[[1], ["2"]], 'Someone needs finite numbers, got "2" in row 1, column 0 (both count from 0).'],
    [
      [[1], [{ valueOf: () => 2 }]],
      "Someone needs finite numbers, got an object in row 1, column 0 (both count from 0).",
    ],
    [[[1, undefined]], "Someone needs finite numbers, got undefined in row 0, column 1 (both count from 0)."],
    [[new Array(2)], "Someone needs finite numbers, got undefined in row 0, column 0 (both count from 0)."],
  ])("is a TypeError for %j", (X, message) => {
    expect(() => read(X)).toThrow(new TypeError(message));
  });

  test.each([
    [[], "Someone needs at least one row, got none."],
    [[[], []], "Someone needs at least one column, got rows without values."],
    [[[1, 2], [3]], "Someone needs rows of equal length, got 2 values in row 0 and 1 in row 1."],
    [[[1], [2, 3]], "Someone needs rows of equal length, got 1 values in row 0 and 2 in row 1."],
    [[[1, Number.NaN]], "Someone needs finite numbers, got NaN in row 0, column 1 (both count from 0)."],
    [
      [[1], [-Infinity]],
      "Someone needs finite numbers, got -Infinity in row 1, column 0 (both count from 0).",
    ],
  ])("is a RangeError for %j", (X, message) => {
    expect(() => read(X)).toThrow(new RangeError(message));
  });

  test("holds new rows to the width of the fitted ones", () => {
    expect(() => read([[1, 2]], 3)).toThrow(
      new RangeError("Someone needs rows of 3 values, as in fit, got 2."),
    );
    expect(read([[1, 2]], 2).nFeatures).toBe(2);
  });
});

test("checkSameLength counts rows and targets", () => {
  expect(() => checkSameLength("Someone", 2, [1])).toThrow(
    new RangeError("Someone needs one target for each row, got 2 rows and 1 targets."),
  );
  expect(() => checkSameLength("Someone", 2, [1, 2])).not.toThrow();
});

test.each([1.5, 0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("checkCount refuses %d", (value) => {
  expect(() => checkCount("Someone", "k", value, 1)).toThrow(
    `Someone needs a whole number k ≥ 1, got ${value}.`,
  );
});

test("shown runs none of a value's own code", () => {
  const trap = () => {
    throw new Error("was called");
  };
  expect(shown({ toString: trap, valueOf: trap, toJSON: trap })).toBe("an object");
  expect(shown(Object.create(null))).toBe("an object");
  expect(shown(Symbol("x"))).toBe("Symbol(x)");
});
