import fc from "fast-check";
import { expect, test } from "vitest";

import { histogram } from "../../src/figures/index.ts";
import { wines } from "./wines.ts";

const words = { title: "Wines", xTitle: "value" };

test("a value on an edge counts in the bin that it begins, also where the division would round", () => {
  const { spec } = histogram([0.1, 0.2, 0.3, 0.6, 0.7], { ...words, bins: 6 });
  expect(spec.data.values.map(({ from, count }) => [from, count])).toEqual([
    [0.1, 1],
    [0.2, 1],
    [0.3, 1],
    [0.4, 0],
    [0.5, 0],
    [0.6, 1],
    [0.7, 1],
  ]);
});

test("each value is counted once, in a bin that holds it", () => {
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 200 }), (values, bins) => {
      const rows = histogram(values, { ...words, bins }).spec.data.values;
      for (const { from, to, count } of rows)
        expect(count).toBe(values.filter((value) => value >= from && value < to).length);
      expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
      expect(rows.length).toBeLessThanOrEqual(bins + 2);
    }),
  );
});

test("columns share their bins", () => {
  const { alcohol, proline } = wines;
  const { spec } = histogram({ alcohol, proline }, words);
  const edgesOf = (wanted: string) =>
    spec.data.values.filter(({ name }) => name === wanted).map(({ from }) => from);
  expect(edgesOf("alcohol")).toEqual(edgesOf("proline"));
});

test("whole numbers get bins of whole width", () => {
  const { spec } = histogram([0, 1, 2, 3], words);
  expect(spec.data.values.map(({ from, to }) => to - from)).toEqual([1, 1, 1, 1]);
});

test("a typed array is a column", () => {
  expect(histogram(Float32Array.of(1, 2, 3), words)).toEqual(histogram([1, 2, 3], words));
});

test("values left out are counted for each column, and a column without values is named", () => {
  const { notes } = histogram({ a: [1, Number.NaN, 2], b: [] }, words);
  expect(notes).toEqual([
    "1 of 3 values left out: not a number, infinite or too large to draw (1 in a).",
    "Nothing to draw for b.",
  ]);
});

test.each([0, 201, 2.5, Number.NaN])("%d bins are refused", (bins) => {
  expect(() => histogram([1, 2], { ...words, bins })).toThrow(RangeError);
});
