import fc from "fast-check";
import { expect, test } from "vitest";

import { quantile, quantilesOf } from "../../src/ml/quantile.ts";

test.each([
  [[10, 20, 30, 40], 0.5, 25],
  [[10, 20, 30, 40], 0.25, 17.5],
  [[1, 2, 10], 0.9, 8.4],
  [[7], 0.3, 7],
  [[-1.7e308, 1.7e308], 0, -1.7e308],
])("of %j at %d is %d", (ascending, q, expected) => {
  expect(quantile(Object.freeze(ascending), q)).toBeCloseTo(expected, 12);
});

test("never leaves the range, and never falls as the share grows", () => {
  const numbers = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 9 });
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(numbers, shares, (values, qs) => {
      const ascending = Float64Array.from(values).sort();
      const [low = 0, high = 0] = qs.sort((a, b) => a - b).map((q) => quantile(ascending, q));
      expect(low).toBeLessThanOrEqual(high);
      expect(low).toBeGreaterThanOrEqual(ascending[0] ?? Number.NaN);
      expect(high).toBeLessThanOrEqual(ascending.at(-1) ?? Number.NaN);
    }),
    { numRuns: 500 },
  );
});

// value + 0 is never -0, which sorting puts before 0 and comparing does not.
test("values in any order give the quantiles that sorting them would", () => {
  const numbers = fc.array(
    fc.oneof(
      fc.integer({ min: 0, max: 3 }),
      fc.double({ noNaN: true, min: -9, max: 9 }).map((value) => value + 0),
    ),
    {
      minLength: 1,
      maxLength: 60,
    },
  );
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(numbers, shares, (values, qs) => {
      qs.sort((a, b) => a - b);
      const ascending = Float64Array.from(values).sort();
      expect(quantilesOf(Float64Array.from(values), qs)).toEqual(qs.map((q) => quantile(ascending, q)));
    }),
    { numRuns: 1000 },
  );
});
