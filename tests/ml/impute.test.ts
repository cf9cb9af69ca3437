import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Cell } from "../../src/ml/cells.ts";
import { SimpleImputer } from "../../src/ml/impute.ts";
import fixture from "../fixtures/ml/impute.json" with { type: "json" };
import { expectClose, frozen } from "./expect-close.ts";

type Strategy = "mean" | "median" | "mostFrequent" | "constant";

/** JSON has no word for NaN: the fixtures have null. */
const numbers = (rows: readonly (readonly (number | null)[])[]) =>
  rows.map((row) => row.map((value) => value ?? Number.NaN));

describe.each(Object.entries(fixture.numbers))("agrees with scikit-learn on numbers: %s", (_, given) => {
  const X = frozen(numbers(given.X));
  const flipped = numbers(given.X)
    .reverse()
    .map((row) => row.map((value) => 2 * value));

  test.each(given.cases)(
    "$strategy, indicator $addIndicator, empty columns kept $keepEmptyFeatures",
    ({ strategy, addIndicator, keepEmptyFeatures, statistics, filled, flipped: expected }) => {
      const options = { strategy: strategy as Strategy, addIndicator, keepEmptyFeatures };
      const imputer = new SimpleImputer(options).fit(X);
      expect(imputer.statistics.map(Number.isNaN)).toEqual(statistics.map((value) => value === null));
      expectClose(imputer.transform(X), filled);
      expectClose(imputer.transform(flipped), expected);
      const again = SimpleImputer.fromJSON(JSON.parse(JSON.stringify(imputer)));
      expect(again.transform(flipped)).toEqual(imputer.transform(flipped));
    },
  );
});

describe("texts", () => {
  const X = frozen<Cell>(fixture.texts.X);

  test("are filled as scikit-learn fills them", () => {
    const filled = (options: { strategy: Strategy; fillValue?: string }) =>
      new SimpleImputer(options).fitTransform(X);
    expect(filled({ strategy: "mostFrequent" })).toEqual(fixture.texts.mostFrequent);
    expect(filled({ strategy: "constant" })).toEqual(fixture.texts.constant);
    expect(filled({ strategy: "constant", fillValue: "?" })).toEqual(fixture.texts.given);
  });

  test("may stand beside numbers, each column with its own constant", () => {
    const rows = [
      ["a", Number.NaN],
      [null, 2],
    ];
    expect(new SimpleImputer({ strategy: "constant" }).fitTransform(rows)).toEqual([
      ["a", 0],
      ["missing_value", 2],
    ]);
    expect(new SimpleImputer({ strategy: "mostFrequent" }).fitTransform(rows)).toEqual([
      ["a", 2],
      ["a", 2],
    ]);
  });

  test("are not taken for the numbers that they spell, not even by JSON", () => {
    const imputer = new SimpleImputer({ strategy: "mostFrequent" }).fit([["NaN"], ["NaN"], [null]]);
    const again = SimpleImputer.fromJSON(JSON.parse(JSON.stringify(imputer)));
    expect(again.transform([[null]])).toEqual([["NaN"]]);
  });
});

test("fills by what the training rows taught, whatever rows it is given", () => {
  const imputer = new SimpleImputer().fit([[1], [3]]);
  expect(imputer.transform([[Number.NaN], [100]])).toEqual([[2], [100]]);
  expect(imputer.transform({ columns: [Float64Array.of(Number.NaN, 100)] })).toEqual([[2], [100]]);
  expect(imputer.statistics).toEqual([2]);
});

test("null is missing among numbers too", () => {
  expect(new SimpleImputer().fitTransform([[1], [null], [3]])).toEqual([[1], [2], [3]]);
});

test("leaves every value that is there, and does not mind the order of rows", () => {
  const cells = fc.option(fc.integer({ min: -20, max: 20 }), { nil: Number.NaN });
  const tables = fc.array(fc.tuple(cells, cells), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(tables, fc.constantFrom("mean", "median", "mostFrequent"), (X, strategy) => {
      const imputer = new SimpleImputer({ strategy, keepEmptyFeatures: true }).fit(X);
      const filled = imputer.transform(X);
      for (const [i, row] of X.entries()) {
        for (const [j, value] of row.entries()) {
          expect(filled[i]?.[j]).toBe(Number.isNaN(value) ? imputer.statistics[j] : value);
        }
      }
      const other = new SimpleImputer({ strategy, keepEmptyFeatures: true }).fit([...X].reverse());
      expectClose(other.transform(X), filled);
    }),
  );
});

describe("refuses", () => {
  test.each([
    [[["a"], [1]], {}, /needs columns of texts or of numbers, not both, got 1 in row 1, column 0/],
    [[["a"], ["b"]], {}, /needs numbers for a mean, got "a" in column 0/],
    [
      [[1], [2]],
      { strategy: "constant", fillValue: "x" } as const,
      /not both, got 1 to be filled with "x" in column 0/,
    ],
    [[[Number.POSITIVE_INFINITY]], {}, /or missing values \(NaN, null\), got Infinity in row 0, column 0/],
    [[[1.7e308], [1.7e308]], {}, /needs columns with a finite mean, got Infinity in column 0/],
  ])("%j with %j", (X, options, message) => {
    expect(() => new SimpleImputer(options).fit(X)).toThrow(message);
  });

  test("undefined, which is no way to say missing, a strategy that is none, and questions before fit", () => {
    // @ts-expect-error: the point is what happens when the types are not kept
    expect(() => new SimpleImputer().fit([[undefined]])).toThrow(/got undefined in row 0, column 0/);
    // @ts-expect-error: as above
    expect(() => new SimpleImputer({ strategy: "average" }).fit([[1]])).toThrow(/as strategy, got "average"/);
    expect(() => new SimpleImputer().transform([[1]])).toThrow(
      /SimpleImputer.transform needs a fitted estimator/,
    );
  });

  test("texts in a column that taught numbers", () => {
    const imputer = new SimpleImputer().fit([[1], [2]]);
    expect(() => imputer.transform([["a"]])).toThrow(/not both, got "a" to be filled with 1.5 in column 0/);
  });
});
