import fc from "fast-check";
import { expect, test } from "vitest";

import { correlation } from "../../src/figures/index.ts";
import { pearson } from "../../src/figures/pearson.ts";

const words = { title: "Correlations" };
const valuesOf = (columns: Record<string, number[]>) =>
  correlation(columns, words).spec.data.values.map(({ value }) => value);

test("each pair is correlated over the rows in which both are known, as pandas does", () => {
  // python3 -c "import pandas; from numpy import nan; print(pandas.DataFrame({'a': [1, 2, 4, 8, 9.5, nan, 3],
  //   'b': [3, 1, 4, 1, 5, 9, nan], 'c': [2, 7, 1, 8, 2, 8, 1]}).corr(min_periods=3).values.tolist())"
  const values = valuesOf({
    a: [1, 2, 4, 8, 9.5, Number.NaN, 3],
    b: [3, 1, 4, 1, 5, 9, Number.NaN],
    c: [2, 7, 1, 8, 2, 8, 1],
  });
  const [ab, ac, bc] = [0.2972025748054927, 0.18163913875967128, -0.0066924450472418025];
  const expected = [1, ab, ac, ab, 1, bc, ac, bc, 1];
  values.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i] ?? Number.NaN, 12);
  });
});

test("a column goes with itself perfectly, whatever its size", () => {
  const column = fc.array(fc.double({ min: -1e300, max: 1e300, noNaN: true }), { minLength: 3 });
  fc.assert(
    fc.property(column, (values) => {
      const isConstant = values.every((value) => value === values[0]);
      const correlation = pearson([values])[0]?.[0] ?? 0;
      // Differences may be too small beside the largest value to be seen.
      if (!isConstant && !Number.isNaN(correlation)) expect(correlation).toBe(1);
      else if (isConstant) expect(correlation).toBeNaN();
    }),
  );
});

test("scaling and shifting change no correlation, turning changes its sign", () => {
  const [x, y] = [
    [1, 2, 4, 8, 9.5],
    [3, 1, 4, 1, 5],
  ];
  const of = (one: number[]) => pearson([one, y])[0]?.[1];
  const expected = of(x) ?? 0;
  expect(of(x.map((value) => value * 1e200 + 1e200))).toBeCloseTo(expected, 9);
  expect(of(x.map((value) => value * 1e-200))).toBeCloseTo(expected, 12);
  expect(of(x.map((value) => -value))).toBeCloseTo(-expected, 12);
});

test("what has no correlation is empty and named", () => {
  const { spec, notes } = correlation(
    { a: [1, 2, 3, 4], same: [0.1, 0.1, 0.1, 0.1], few: [1, Number.NaN, 2, Number.NaN] },
    words,
  );
  expect(spec.data.values.map(({ value }) => value)).toEqual([1, ...new Array(8).fill(null)]);
  expect(notes).toEqual([
    "2 of 12 values are not finite: each pair is compared where both have a number.",
    "No correlation with same, few: all numbers are equal, or there are fewer than three.",
  ]);
});

test("a pair with nothing in common is named", () => {
  const none = Number.NaN;
  const { notes } = correlation({ a: [1, 2, 4, none, none, none], b: [none, none, none, 5, 7, 6] }, words);
  expect(notes[1]).toBe(
    "No correlation of a and b: where both are known, all numbers are equal, or there are fewer than three.",
  );
});

test("only a perfect line is written as 1", () => {
  const figure = correlation({ a: [1, 2, 3, 4], b: [1, 2, 3, 4.1], c: [-4, 1, -2, 0] }, words);
  // numpy.corrcoef gives 0.99971734 and 0.52400026.
  const texts = figure.spec.data.values.map(({ text }) => text);
  expect(texts.slice(0, 2)).toEqual(["1", "0.9997"]);
  expect(texts[2]).toBe("0.52");
});

test("among many columns the strongest pairs are named, whatever their sign", () => {
  const columns = Object.fromEntries(
    Array.from({ length: 9 }, (_, j) => [
      `c${j}`,
      Array.from({ length: 40 }, (_, i) => Math.sin(i * (j + 1) * 7.7)),
    ]),
  );
  const turned = { ...columns, turned: columns.c4?.map((value) => -value) ?? [] };
  expect(correlation(turned, words).notes.at(-1)).toMatch(/^Strongest: c4 and turned \(−1\), /);
});

test("no columns, one column and no rows are drawn or said", () => {
  expect(correlation({}, words).notes).toEqual(["Nothing to draw: no columns."]);
  expect(valuesOf({ a: [1, 2, 4] })).toEqual([1]);
  expect(correlation({ a: [] }, words).notes).toHaveLength(1);
});

test("columns of different lengths are refused by name", () => {
  expect(() => correlation({ a: [1, 2], b: [1] }, words)).toThrow(
    new RangeError("correlation needs columns of one length, got 2 in a and 1 in b."),
  );
});
