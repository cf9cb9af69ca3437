import fc from "fast-check";
import { expect, test } from "vitest";

import { histogramOf, scaled } from "../../../src/data/profile/histogram.ts";

test("every value is in the bin whose edges it lies between", () => {
  const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 });
  fc.assert(
    fc.property(values, (values) => {
      const sorted = Float64Array.from(values).sort();
      const { edges, counts } = histogramOf(sorted, false);
      const last = counts.length - 1;
      const isIn = (value: number, i: number) =>
        value >= (edges[i] ?? Number.NaN) && (i === last || value < (edges[i + 1] ?? Number.NaN));
      expect(counts).toEqual(counts.map((_, i) => values.filter((value) => isIn(value, i)).length));
      expect([edges[0], edges.at(-1)]).toEqual([(sorted[0] ?? 0) + 0, (sorted.at(-1) ?? 0) + 0]);
    }),
  );
});

test("bins of whole numbers hold equally many different ones", () => {
  expect(histogramOf(Float64Array.of(1, 2, 2, 4), true)).toEqual({
    edges: [1, 2, 3, 4, 5],
    counts: [1, 2, 0, 1],
  });
  const { edges, counts } = histogramOf(
    Float64Array.from({ length: 46 }, (_, i) => i),
    true,
  );
  expect(new Set(edges.map((edge, i) => edge - (edges[i - 1] ?? -3)))).toEqual(new Set([3]));
  expect(counts).toEqual([...new Array(15).fill(3), 1]);
});

test("a constant has one bin", () => {
  expect(histogramOf(Float64Array.of(0.1, 0.1), false)).toEqual({ edges: [0.1, 0.1], counts: [2] });
  expect(histogramOf(Float64Array.of(-7, -7), true)).toEqual({ edges: [-7, -6], counts: [2] });
});

test("between neighbouring doubles there are as many bins as there are doubles", () => {
  const { edges, counts } = histogramOf(Float64Array.of(0, 5e-324, 5e-324, 1e-323), false);
  expect(edges).toEqual([0, 5e-324, 1e-323]);
  expect(counts).toEqual([1, 3]);
});

test("a sample's counts are scaled to the table's", () => {
  expect(scaled({ edges: [0, 1, 2], counts: [1, 3] }, 1000).counts).toEqual([250, 750]);
});
