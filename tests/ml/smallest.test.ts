import fc from "fast-check";
import { expect, test } from "vitest";

import { Smallest } from "../../src/ml/smallest.ts";

test("keeps what sorting everything and cutting would keep, of equal values the first ones", () => {
  const offers = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 });
  fc.assert(
    fc.property(offers, fc.integer({ min: 1, max: 12 }), (values, k) => {
      const smallest = new Smallest(k);
      values.forEach((value, index) => {
        smallest.offer(value, index);
      });
      const sorted = values
        .map((value, index) => ({ value, index }))
        .sort((a, b) => a.value - b.value || a.index - b.index);
      expect(smallest.ascending()).toEqual({
        values: sorted.slice(0, k).map(({ value }) => value),
        indices: sorted.slice(0, k).map(({ index }) => index),
      });
    }),
    { numRuns: 500 },
  );
});

test("starts again after clear", () => {
  const smallest = new Smallest(2);
  smallest.offer(1, 0);
  smallest.clear();
  smallest.offer(7, 3);
  expect(smallest.ascending()).toEqual({ values: [7], indices: [3] });
});
