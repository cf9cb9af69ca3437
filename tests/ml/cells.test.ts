import { Matrix as MlMatrix } from "ml-matrix";
import { describe, expect, test } from "vitest";

import { type Cells, readCells, readShape, takeSamples } from "../../src/ml/cells.ts";

describe("readCells", () => {
  test("gives columns of rows, of columns and of a matrix", () => {
    const columns = [["a", null], Float64Array.of(1, Number.NaN)];
    const rows = [
      ["a", 1],
      [null, Number.NaN],
    ];
    expect(readCells("Someone", rows)).toEqual(columns);
    expect(readCells("Someone", { columns })).toEqual(columns);
    expect(readCells("Someone", new MlMatrix([[1, 2]]))).toEqual([Float64Array.of(1), Float64Array.of(2)]);
  });

  test("takes null for missing among numbers and NaN among texts, and alone each for its own kind", () => {
    expect(readCells("Someone", [[null], [1]])).toEqual([Float64Array.of(Number.NaN, 1)]);
    expect(readCells("Someone", [[Number.NaN], ["a"]])).toEqual([[null, "a"]]);
    expect(readCells("Someone", [[null, Number.NaN]])).toEqual([[null], Float64Array.of(Number.NaN)]);
  });

  test.each([
    [
      [["a"], [1]],
      "Someone needs columns of texts or of numbers, not both, got 1 in row 1, column 0 (both count from 0).",
    ],
    [
      [[1], ["a"]],
      'Someone needs columns of texts or of numbers, not both, got "a" in row 1, column 0 (both count from 0).',
    ],
    [
      [["a", undefined]],
      "Someone needs texts, finite numbers or missing values (NaN, null), got undefined in row 0, column 1 (both count from 0).",
    ],
    [
      [[true]],
      "Someone needs texts, finite numbers or missing values (NaN, null), got true in row 0, column 0 (both count from 0).",
    ],
    [
      [[-Infinity]],
      "Someone needs texts, finite numbers or missing values (NaN, null), got -Infinity in row 0, column 0 (both count from 0).",
    ],
    ["abc", 'Someone needs an array of rows, got "abc".'],
    [["abc"], 'Someone needs an array for each row, got "abc" as row 0.'],
    [[["a"], []], "Someone needs rows of equal length, got 1 values in row 0 and 0 in row 1."],
    [
      { columns: [["a"], []] },
      "Someone needs columns of equal length, got 1 values in column 0 and 0 in column 1.",
    ],
    [{ columns: [] }, "Someone needs at least one column, got rows without values."],
    [[], "Someone needs at least one row, got none."],
    [[[]], "Someone needs at least one column, got rows without values."],
  ])("refuses %j", (X, message) => {
    expect(() => readCells("Someone", X as Cells)).toThrow(message);
  });

  test("holds new rows to the width of the fitted ones", () => {
    expect(() => readShape("Someone", [["a", "b"]], 3)).toThrow(
      "Someone needs rows of 3 values, as in fit, got 2.",
    );
  });
});

describe("takeSamples", () => {
  const rows = Object.freeze([Object.freeze(["a", 1]), Object.freeze(["b", 2]), Object.freeze(["c", 3])]);

  test("takes rows in the order of the indices, in the form they came in", () => {
    expect(takeSamples(rows, [2, 0, 2])).toEqual([
      ["c", 3],
      ["a", 1],
      ["c", 3],
    ]);
    expect(takeSamples(rows, [1])).toEqual([rows[1]]);
    const columns = [["a", "b", "c"], Float64Array.of(1, 2, 3)];
    expect(takeSamples({ columns }, [2, 0])).toEqual({ columns: [["c", "a"], Float64Array.of(3, 1)] });
    expect(
      takeSamples(
        new MlMatrix([
          [1, 2],
          [3, 4],
        ]),
        [1],
      ),
    ).toEqual([[3, 4]]);
  });

  test.each([-1, 3, 0.5, Number.NaN])("refuses the index %d", (i) => {
    expect(() => takeSamples(rows, [i])).toThrow(`takeSamples needs indices from 0 to 2, got ${i}.`);
  });
});
