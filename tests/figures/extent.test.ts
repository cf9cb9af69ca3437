import fc from "fast-check";
import { expect, test } from "vitest";

import { extentOf, openExtent } from "../../src/figures/extent.ts";

const numbers = fc.double({ min: -1e300, max: 1e300, noNaN: true });

test("the extent is the smallest and the largest, also of more numbers than a call can take", () => {
  expect(extentOf([3, -1, 2])).toEqual([-1, 3]);
  expect(extentOf(new Float64Array(1_000_000).fill(7))).toEqual([7, 7]);
  expect(extentOf([])).toEqual([0, 0]);
});

test("an opened extent has length and holds what it was made from", () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const extent = [Math.min(a, b), Math.max(a, b)] as const;
      const [min, max] = openExtent(extent);
      expect(max).toBeGreaterThan(min);
      expect(min).toBeLessThanOrEqual(extent[0]);
      expect(max).toBeGreaterThanOrEqual(extent[1]);
    }),
  );
});
