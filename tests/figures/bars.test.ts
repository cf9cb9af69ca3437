import { expect, test } from "vitest";

import { bars, percent } from "../../src/figures/index.ts";

const words = { title: "Shares", xTitle: "share" };

test("bars keep the order in which they are given", () => {
  const list = [
    { label: "z", value: 1 },
    { label: "10", value: 3 },
    { label: "a", value: 2 },
  ];
  expect(bars(list, words).spec.data.values.map(({ label }) => label)).toEqual(["z", "10", "a"]);
});

test("a tiny share prints as more than nothing", () => {
  const { spec } = bars({ proline: 0.998, ash: 1e-9, nothing: 0 }, { ...words, format: percent });
  expect(spec.data.values.map(({ text }) => text)).toEqual(["99.8%", "<0.01%", "0%"]);
});

test("a tiny value says on which side of zero it is if its format prints zero", () => {
  const { spec } = bars(
    { up: 1e-9, down: -1e-9, zero: 0 },
    { ...words, format: (value) => value.toFixed(1) },
  );
  expect(spec.data.values.map(({ text }) => text)).toEqual(["> 0.0", "< 0.0", "0.0"]);
});

test("values that are not finite are left out by name", () => {
  const { spec, notes } = bars({ a: Number.NaN, b: 2, c: 3 }, words);
  expect(spec.data.values.map(({ label }) => label)).toEqual(["b", "c"]);
  expect(notes).toEqual(["1 of 3 values left out: not a number, infinite or too large to draw (a)."]);
});

test("a label that comes twice is refused", () => {
  const twice = [
    { label: "a", value: 1 },
    { label: "a", value: 2 },
  ];
  expect(() => bars(twice, words)).toThrow(
    new RangeError('bars needs a label of its own for each bar, got "a" twice.'),
  );
});

test("of a hundred bars the first sixty are drawn and the others counted", () => {
  const values = Array.from({ length: 100 }, (_, i) => ({ label: `bar ${i}`, value: i }));
  const { spec, notes } = bars(values, words);
  expect(spec.data.values.at(-1)?.label).toBe("bar 59");
  expect(notes).toEqual(["Not drawn: 40 more bars."]);
});
