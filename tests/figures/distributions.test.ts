import { expect, test } from "vitest";

import { distributions } from "../../src/figures/index.ts";

const words = { title: "T" };

test("each column has bins of its own, from its least to its greatest value", () => {
  const { spec } = distributions({ small: [0.1, 0.2, 0.4], large: [1000, 3000] }, words);
  const ends = (name: string) => {
    const bins = spec.data.values.filter((bin) => bin.name === name && bin.count > 0);
    return [bins[0]?.from, bins.at(-1)?.to, bins.reduce((sum, { count }) => sum + count, 0)];
  };
  expect(ends("small")[0]).toBeCloseTo(0.1, 9);
  expect(ends("small")[1]).toBeLessThan(1);
  expect(ends("small")[2]).toBe(3);
  expect(ends("large")).toEqual([1000, 3200, 2]);
});

test("of many columns the first are drawn, and the figure says so", () => {
  const columns = Object.fromEntries(Array.from({ length: 14 }, (_, j) => [`column ${j}`, [1, 2, j]]));
  const { spec, notes } = distributions(columns, words);
  expect(new Set(spec.data.values.map(({ name }) => name)).size).toBe(12);
  expect(notes).toEqual(["Not drawn: 2 more columns."]);
});

test("a number of columns that is none is refused", () => {
  expect(() => distributions({}, { ...words, most: 0 })).toThrow(RangeError);
});
