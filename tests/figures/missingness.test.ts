import { expect, test } from "vitest";

import { missingness } from "../../src/figures/index.ts";

const words = { title: "Gaps" };

test("null, undefined, NaN and the empty text are missing, zero and false are not", () => {
  const column = [null, undefined, Number.NaN, "", 0, false, " ", "NaN"];
  const { spec } = missingness({ column }, words);
  expect(spec.data.values.map(({ value }) => value)).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
  expect(spec.encoding.y.scale.domain).toEqual(["column  50%"]);
});

test("many rows are gathered into bands of equal size, of which the last may be smaller", () => {
  const x = Array.from({ length: 95 }, (_, i) => (i < 4 || i > 92 ? null : i));
  const { spec } = missingness({ x }, words);
  const bands = spec.encoding.x.scale.domain;
  expect([bands.length, bands[0], bands.at(-1)]).toEqual([24, "1–4", "93–95"]);
  expect(spec.encoding.x.title).toBe("rows, 4 in a cell");
  expect(spec.data.values[0]?.value).toBe(1);
  expect(spec.data.values[1]?.value).toBe(0);
  expect(spec.data.values.at(-1)?.value).toBeCloseTo(2 / 3, 12);
});

test("complete rows are counted", () => {
  expect(missingness({ a: [1, null, 3], b: [null, "", 3] }, words).notes).toEqual([
    "1 of 3 rows are complete.",
  ]);
  expect(missingness({ a: [1, 2] }, words).notes).toEqual(["Nothing is missing in 2 rows."]);
});

test("of many columns those with most gaps are drawn in their order, and the rows are judged by all", () => {
  const { spec, notes } = missingness(
    { a: [1, 1], b: [null, null], c: [1, 1], d: [null, 1] },
    { ...words, most: 2 },
  );
  expect(spec.encoding.y.scale.domain).toEqual(["b  100%", "d  50%"]);
  expect(notes).toEqual(["0 of 2 rows are complete.", "Of 4 columns the 2 with most gaps are drawn."]);
});

test("no columns and no rows are said", () => {
  expect(missingness({}, words).notes).toEqual(["Nothing to draw: no columns."]);
  expect(missingness({ a: [] }, words).notes).toEqual(["Nothing to draw: no rows."]);
  expect(missingness({ a: [] }, words).spec.data.values).toEqual([]);
});

test("columns of different lengths, and no columns to draw, are refused", () => {
  expect(() => missingness({ a: [1], b: [1, 2] }, words)).toThrow(RangeError);
  expect(() => missingness({ a: [1] }, { ...words, most: 0 })).toThrow(
    new RangeError("missingness needs a whole number of columns to draw, got 0."),
  );
});
