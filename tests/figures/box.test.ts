import { expect, test } from "vitest";

import { box, drawFigure } from "../../src/figures/index.ts";

const words = { title: "Boxes", xTitle: "value" };
const linesOf = (figure: ReturnType<typeof box>, width = 60) => drawFigure(figure, { width }).split("\n");

test("a column is five numbers and its outliers", () => {
  expect(box({ a: [5, 9, 5, 5] }, words).spec.data.values).toEqual([
    {
      name: "a",
      count: 4,
      lowerWhisker: 5,
      lowerQuartile: 5,
      median: 5,
      upperQuartile: 6,
      upperWhisker: 6,
      outlierCount: 1,
      outliers: [9],
    },
  ]);
});

test("of many outliers a hundred are drawn, the farthest among them, and all are counted", () => {
  const values = Array.from({ length: 10_000 }, (_, i) => (i < 9000 ? i % 10 : 1000 + i));
  const figure = box({ skewed: values }, words);
  const [{ outliers, outlierCount } = { outliers: [], outlierCount: 0 }] = figure.spec.data.values;
  expect([outliers.length, outlierCount]).toEqual([100, 1000]);
  expect([outliers[0], outliers.at(-1)]).toEqual([10_000, 10_999]);
  expect(figure.notes).toEqual(["Of the 1000 outliers in skewed 100 are drawn."]);
  expect(linesOf(figure)[3]).toMatch(/^skewed +5 +1000 │/);
});

test("what has no place is left out and said", () => {
  const { spec, notes } = box({ a: [1, Number.NaN, 2], b: [Number.POSITIVE_INFINITY] }, words);
  expect(spec.data.values.map(({ name, count }) => [name, count])).toEqual([["a", 2]]);
  expect(notes).toEqual([
    "2 of 4 values left out: not a number, infinite or too large to draw (1 in a, 1 in b).",
    "Nothing to draw for b.",
  ]);
});

test("no columns say so, and a single value is a line on an axis that holds it", () => {
  expect(linesOf(box({}, words))).toEqual(["Boxes", "Nothing to draw: no values."]);
  const lines = linesOf(box({ a: [5] }, words));
  expect(lines[3]).toMatch(/^a {7}5 {9}0 │ +┃$/);
  expect(lines.at(-1)).toBe("Only one value: 5.");
});

test("whiskers, box, median and outliers are told apart without colour", () => {
  const lines = linesOf(box({ a: [0, 10, 11, 12, 13, 14, 30] }, words), 40);
  expect(lines[0]).toBe("Boxes");
  expect(lines.slice(1, 3)).toEqual(["├─┤ all but outliers   █ middle half", "┃ median   ○ outlier"]);
  expect(lines[3]).toMatch(/^a │○ +├█+┃█+─?┤ +○$/);
});

test("of more than sixty columns the others are counted", () => {
  const columns = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`class ${i}`, [i, i + 1]]));
  const lines = linesOf(box(columns, words));
  expect(lines.join("\n")).not.toContain("class 60");
  expect(lines.at(-1)).toBe("40 more columns are not drawn.");
});
