import fc from "fast-check";
import { expect, test } from "vitest";

import { formatNumber, percent } from "../../src/figures/index.ts";

test.each([
  [0.99823, "0.998"],
  [-2.5, "−2.5"],
  [0, "0"],
  [-0, "0"],
  [1065.4, "1065"],
  [1234567, "1234567"],
  [999.96, "1000"],
  [0.000123, "0.000123"],
  [3.14e-7, "3.14e-7"],
  [6.02e23, "6.02e23"],
  [Number.NaN, "NaN"],
  [Number.NEGATIVE_INFINITY, "−∞"],
])("%d is written %s", (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test("a written number is within half a unit of its third digit", () => {
  fc.assert(
    fc.property(fc.double({ min: -1e300, max: 1e300, noNaN: true }), (value) => {
      const read = Number(formatNumber(value).replace("−", "-"));
      expect(Math.abs(read - value)).toBeLessThanOrEqual(Math.abs(value) * 0.005 + Number.MIN_VALUE);
    }),
  );
});

test.each([
  [0.99823, "99.8%"],
  [0.000000031, "<0.01%"],
  [0.0001, "0.01%"],
  [0, "0%"],
  [1, "100%"],
  [0.999961, "99.996%"],
])("the share %d is written %s", (share, text) => {
  expect(percent(share)).toBe(text);
});
