import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Cell } from "../../../src/ml/cells.ts";
import { LabelEncoder, OneHotEncoder, OrdinalEncoder } from "../../../src/ml/preprocessing.ts";
import fixture from "../../fixtures/ml/preprocessing.json" with { type: "json" };
import { frozen } from "../expect-close.ts";

describe.each(Object.entries(fixture.encoders))("agrees with scikit-learn on %s", (_, given) => {
  const X: readonly (readonly Cell[])[] = frozen<Cell>(given.X);

  test("OrdinalEncoder", () => {
    const encoder = new OrdinalEncoder().fit(X);
    expect(encoder.categories).toEqual(given.categories);
    expect(encoder.transform(X)).toEqual(given.ordinal);
    expect(encoder.inverseTransform(given.ordinal)).toEqual(given.X);
  });

  test.each(given.oneHot)("OneHotEncoder that drops $drop", ({ drop, Z, names }) => {
    const encoder = new OneHotEncoder({ drop: drop === "first" || drop === "ifBinary" ? drop : null }).fit(X);
    expect(encoder.categories).toEqual(given.categories);
    expect(encoder.transform(X)).toEqual(Z);
    expect(encoder.featureNamesOut()).toEqual(names);
    if (Z[0]?.length !== 0) expect(encoder.inverseTransform(Z)).toEqual(given.X);
  });
});

describe("a category that fit did not meet", () => {
  const { X, new: rows, ...expected } = fixture.unknown;

  test("is refused, with its place", () => {
    expect(() => new OneHotEncoder().fit(X).transform(rows)).toThrow(
      new RangeError(
        'OneHotEncoder.transform needs categories that it knows, got "z" in row 1, column 0 (both count from 0).',
      ),
    );
    expect(() => new OrdinalEncoder().fit(X).transform([["a", 9]])).toThrow(/got 9 in row 0, column 1/);
  });

  test("becomes zeros alone, or a number of its own, where that is asked for", () => {
    const ignoring = new OneHotEncoder({ handleUnknown: "ignore" }).fit(X);
    expect(ignoring.transform(rows)).toEqual(expected.ignored);
    expect(ignoring.inverseTransform(expected.ignored)).toEqual(expected.ignoredBack);
    const dropping = new OneHotEncoder({ handleUnknown: "ignore", drop: "first" }).fit(X);
    expect(dropping.transform(rows)).toEqual(expected.ignoredAndDropped);
    const counting = new OrdinalEncoder({ handleUnknown: "useEncodedValue", unknownValue: -1 }).fit(X);
    expect(counting.transform(rows)).toEqual(expected.ordinal);
    expect(counting.inverseTransform(expected.ordinal)).toEqual(expected.ordinalBack);
  });

  test("may become NaN, and is read back as unknown", () => {
    const encoder = new OrdinalEncoder({ handleUnknown: "useEncodedValue", unknownValue: Number.NaN }).fit([
      ["a"],
    ]);
    const again = OrdinalEncoder.fromJSON(JSON.parse(JSON.stringify(encoder)));
    expect(again.transform([["a"], ["b"]])).toEqual([[0], [Number.NaN]]);
    expect(again.inverseTransform([[0], [Number.NaN]])).toEqual([["a"], [null]]);
  });
});

describe("categories that are given", () => {
  const sizes = [["small", "medium", "large"]];

  test("keep their order, and their place though no row has them", () => {
    expect(new OrdinalEncoder({ categories: sizes }).fitTransform([["large"], ["small"]])).toEqual([
      [2],
      [0],
    ]);
    expect(new OneHotEncoder({ categories: sizes }).fitTransform([["large"]])).toEqual([[0, 0, 1]]);
    const encoder = new OneHotEncoder({ categories: sizes, drop: ["medium"] }).fit([["large"]]);
    expect(encoder.featureNamesOut(["size"])).toEqual(["size_small", "size_large"]);
    expect(encoder.inverseTransform([[0, 0]])).toEqual([["medium"]]);
    expect(encoder.dropIdx).toEqual([1]);
  });

  test("are refused when they leave out a value, repeat one, or are not one list a column", () => {
    expect(() => new OrdinalEncoder({ categories: sizes }).fit([["huge"]])).toThrow(
      /got "huge" in row 0, column 0/,
    );
    expect(() => new OneHotEncoder({ categories: [["a", "a"]] }).fit([["a"]])).toThrow(
      /different categories/,
    );
    expect(() => new OneHotEncoder({ categories: sizes }).fit([["small", "b"]])).toThrow(
      /needs "auto" or a list for each of 2 columns as categories, got 1 lists/,
    );
  });
});

describe("encoders refuse", () => {
  test.each([
    [
      [["a"], [1]],
      "OneHotEncoder.fit needs columns of texts or of finite numbers, not both, got 1 in row 1, column 0 (both count from 0).",
    ],
    [
      [["a"], [null]],
      "OneHotEncoder.fit needs a category in each cell, got null in row 1, column 0 (both count from 0): fill it with SimpleImputer first.",
    ],
    [
      [[1], [Number.NaN]],
      "OneHotEncoder.fit needs a category in each cell, got NaN in row 1, column 0 (both count from 0): fill it with SimpleImputer first.",
    ],
  ])("%j", (X, message) => {
    expect(() => new OneHotEncoder().fit(X)).toThrow(new TypeError(message));
  });

  test("options that do not fit", () => {
    expect(() => new OneHotEncoder({ drop: ["x"] }).fit([["a"]])).toThrow(
      /to drop a category that column 0 has, got "x"/,
    );
    expect(() => new OrdinalEncoder({ unknownValue: -1 }).fit([["a"]])).toThrow(/got "error" and -1/);
    expect(() =>
      new OrdinalEncoder({ handleUnknown: "useEncodedValue", unknownValue: 0 }).fit([["a"]]),
    ).toThrow(/an unknownValue that stands for no category, got 0, a number of column 0/);
  });

  test("questions before fit, rows of another width, and numbers that stand for nothing", () => {
    expect(() => new OneHotEncoder().transform([["a"]])).toThrow(
      /OneHotEncoder.transform needs a fitted estimator/,
    );
    const encoder = new OneHotEncoder().fit([["a"], ["b"]]);
    expect(() => encoder.transform([["a", "b"]])).toThrow(/needs rows of 1 values, as in fit, got 2/);
    expect(() => encoder.inverseTransform([[0, 0]])).toThrow(/got zeros alone for column 0 in row 0/);
    const ordinal = new OrdinalEncoder().fit([["a"], ["b"]]);
    expect(() => ordinal.inverseTransform([[2]])).toThrow(
      /whole numbers from 0 to 1 in column 0, got 2 in row 0/,
    );
    expect(() => ordinal.inverseTransform([[0.5]])).toThrow(/got 0.5 in row 0/);
  });
});

const tables = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.integer({ min: -2, max: 2 })), {
  minLength: 1,
  maxLength: 12,
});

test("every row has a 1 for each column, and all come back, also through JSON", () => {
  fc.assert(
    fc.property(tables, fc.constantFrom(null, "first", "ifBinary"), (X, drop) => {
      const encoder = OneHotEncoder.fromJSON(JSON.parse(JSON.stringify(new OneHotEncoder({ drop }).fit(X))));
      const Z = encoder.transform(X);
      if (drop === null) for (const row of Z) expect(row.reduce((sum, value) => sum + value, 0)).toBe(2);
      if ((Z[0] ?? []).length > 0) expect(encoder.inverseTransform(Z)).toEqual(X);
      const columns = [X.map(([text]) => text), X.map(([, number]) => number)];
      expect(encoder.transform({ columns })).toEqual(Z);
    }),
  );
});

describe("LabelEncoder", () => {
  test.each(Object.entries(fixture.labels))("agrees with scikit-learn on %s", (_, { y, classes, codes }) => {
    const labels: readonly (string | number)[] = Object.freeze(y);
    const encoder = new LabelEncoder().fit(labels);
    expect(encoder.classes).toEqual(classes);
    expect(encoder.transform(labels)).toEqual(codes);
    expect(encoder.inverseTransform(codes)).toEqual(y);
    expect(LabelEncoder.fromJSON(JSON.parse(JSON.stringify(encoder))).transform(labels)).toEqual(codes);
  });

  test("refuses new labels, numbers that stand for none, no labels and questions before fit", () => {
    const encoder = new LabelEncoder().fit(["a", "b"]);
    expect(() => encoder.transform(["a", "c"])).toThrow(/needs labels that fit met, got "c" at index 1/);
    expect(() => encoder.inverseTransform([2])).toThrow(/whole numbers from 0 to 1, got 2 at index 0/);
    expect(() => encoder.fit([])).toThrow(/needs at least one label, got none/);
    expect(() => new LabelEncoder().classes).toThrow(/LabelEncoder.classes needs a fitted estimator/);
  });
});
