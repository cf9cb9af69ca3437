import { Matrix as MlMatrix } from "ml-matrix";
import { describe, expect, test } from "vitest";

import { readColumns, readMatrix } from "../../src/ml/features.ts";

const rows = Object.freeze([Object.freeze([1, 2]), Object.freeze([3, 4]), Object.freeze([5, 6])]);
const forms = [
  ["rows", rows],
  ["typed rows", rows.map((row) => Float64Array.from(row))],
  ["a matrix of ml-matrix", new MlMatrix(rows.map((row) => [...row]))],
  ["columns", { columns: [Float64Array.of(1, 3, 5), [2, 4, 6]] }],
] as const;

describe.each(forms)("%s", (_, X) => {
  test("become one array, row after row", () => {
    // @ts-expect-error: typed rows work where somebody has them, and are not what is asked for
    const { values, nSamples, nFeatures } = readMatrix("Someone", X);
    expect([...values]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([nSamples, nFeatures]).toEqual([3, 2]);
  });

  test("become one array a column", () => {
    // @ts-expect-error: as above
    const { columns } = readColumns("Someone", X);
    expect(columns.map((column) => [...column])).toEqual([
      [1, 3, 5],
      [2, 4, 6],
    ]);
  });
});

test.each([
  [{ columns: [] }, "Someone needs at least one column, got rows without values."],
  [{ columns: [[], []] }, "Someone needs at least one row, got none."],
  [
    { columns: [[1, 2], [3]] },
    "Someone needs columns of equal length, got 2 values in column 0 and 1 in column 1.",
  ],
  [
    { columns: [[1], [Number.NaN]] },
    "Someone needs finite numbers, got NaN in row 0, column 1 (both count from 0).",
  ],
  [new MlMatrix(0, 2), "Someone needs at least one row, got none."],
])("%j is a RangeError", (X, message) => {
  expect(() => readColumns("Someone", X)).toThrow(new RangeError(message));
});
