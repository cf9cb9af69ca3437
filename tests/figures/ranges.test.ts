import { expect, test } from "vitest";

import { ranges } from "../../src/figures/index.ts";

const words = { title: "Scales", xTitle: "value" };

test("quartiles lie between values as numpy.quantile puts them", () => {
  // numpy.quantile([7, 1, 4, 2], [0, .25, .5, .75, 1]) is [1, 1.75, 3, 4.75, 7].
  expect(ranges({ a: [7, 1, 4, 2] }, words).spec.data.values).toEqual([
    { name: "a", min: 1, lowerQuartile: 1.75, median: 3, upperQuartile: 4.75, max: 7 },
  ]);
});

test("the values given stay in their order", () => {
  const values = Object.freeze([3, 1, 2]);
  ranges(Object.freeze({ values }), words);
  expect(values).toEqual([3, 1, 2]);
});

test("a single value is its own range, and is said to be the only one", () => {
  const { spec, notes } = ranges({ a: [5] }, words);
  expect(spec.data.values[0]).toEqual({
    name: "a",
    min: 5,
    lowerQuartile: 5,
    median: 5,
    upperQuartile: 5,
    max: 5,
  });
  expect(notes).toEqual(["Only one value: 5."]);
});
