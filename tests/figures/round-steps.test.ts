import fc from "fast-check";
import { expect, test } from "vitest";

import { multiple, multiplesWithin, roundStep, stepsBelow } from "../../src/figures/round-steps.ts";

test("a round step is the smallest of 1, 2, 5 times a power of ten that gives few enough parts", () => {
  expect(multiple(roundStep(1400, 7), 1)).toBe(200);
  expect(multiple(roundStep(1, 3), 1)).toBe(0.5);
  expect(multiple(roundStep(1000, 1), 1)).toBe(1000);
  expect(multiple(roundStep(0.06, 10), 1)).toBe(0.01);
});

test("multiples are exact decimals, ends included", () => {
  expect(multiplesWithin(roundStep(0.6, 6), [0, 0.6])).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
  expect(multiplesWithin(roundStep(3, 3), [-1.5, 1.5])).toEqual([-1, 0, 1]);
});

test("the step below a value is at most the value, and the next one is above it", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -5000, max: 5000 }),
      fc.constantFrom(1, 2, 5),
      fc.integer({ min: -6, max: 6 }),
      (value, mantissa, exponent) => {
        const step = { mantissa, exponent };
        const count = stepsBelow(step, value / 10);
        expect(multiple(step, count)).toBeLessThanOrEqual(value / 10);
        expect(multiple(step, count + 1)).toBeGreaterThan(value / 10);
      },
    ),
  );
});
