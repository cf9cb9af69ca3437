import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  frequentNumbers,
  momentsOf,
  quantileOf,
  quartilesOf,
  sortedNumbers,
} from "../../../src/data/profile/numbers.ts";
import { RunningMoments } from "../../../src/data/profile/running-moments.ts";

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

describe("mean and deviation", () => {
  test("are those of pandas", () => {
    // python3 -c "import pandas; print(pandas.Series([3.5, -1.25, 10, 10, 2, 0.1]).describe().tolist())"
    const { mean, deviation } = momentsOf(Float64Array.of(3.5, -1.25, 10, 10, 2, 0.1));
    expect(mean).toBeCloseTo(4.058333333333334, 12);
    expect(deviation).toBeCloseTo(4.878567071043163, 12);
  });

  test("stay finite for the largest numbers, and above zero for the smallest", () => {
    const largest = momentsOf(Float64Array.of(1e308, -1e308, 1e308));
    expect(largest.mean / 1e308).toBeCloseTo(1 / 3, 12);
    expect((largest.deviation ?? 0) / 1e308).toBeCloseTo(Math.sqrt(4 / 3), 12);
    expect(momentsOf(Float64Array.of(5e-324, 1.5e-323))).toEqual({ mean: 1e-323, deviation: 5e-324 });
  });

  test("a deviation beyond the largest double is not told", () => {
    expect(momentsOf(Float64Array.of(Number.MAX_VALUE, -Number.MAX_VALUE)).deviation).toBeNull();
  });

  test("of numbers far from zero keep their digits", () => {
    const { mean, deviation } = momentsOf(Float64Array.of(1e15 + 1, 1e15 + 2, 1e15 + 3));
    expect(mean).toBe(1e15 + 2);
    expect(deviation).toBe(1);
  });

  test("a constant deviates by nothing, and a single number has no deviation", () => {
    expect(momentsOf(new Float64Array(7).fill(0.1))).toEqual({ mean: 0.1, deviation: 0 });
    expect(momentsOf(Float64Array.of(-0))).toEqual({ mean: 0, deviation: null });
  });

  test("the mean lies between the extremes", () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1 }), (values) => {
        const { mean } = momentsOf(Float64Array.from(values));
        const slack = 1e-12 * Math.max(...values.map(Math.abs));
        expect(mean).toBeGreaterThanOrEqual(Math.min(...values) - slack);
        expect(mean).toBeLessThanOrEqual(Math.max(...values) + slack);
      }),
    );
  });

  test("computed while the numbers go by are the same", () => {
    const number = fc.integer({ min: -1e9, max: 1e9 }).map((thousands) => thousands / 1000);
    fc.assert(
      fc.property(fc.array(fc.array(fc.oneof(number, fc.constant(Number.NaN)))), (parts) => {
        const running = new RunningMoments();
        for (const part of parts) running.add(Float64Array.from(part));
        const all = sortedNumbers(Float64Array.from(parts.flat()));
        if (all.length === 0) {
          expect(running.moments()).toBeNull();
          return;
        }
        const [found, expected] = [running.moments(), momentsOf(all)];
        expect(found?.mean).toBeCloseTo(expected.mean, 6);
        expect(found?.deviation ?? 0).toBeCloseTo(expected.deviation ?? 0, 6);
        expect([running.count, running.minimum, running.maximum]).toEqual([all.length, all[0], all.at(-1)]);
      }),
    );
  });

  test("are not told by a single pass over numbers whose squares are out of range", () => {
    const running = new RunningMoments();
    running.add(Float64Array.of(1e200, 1));
    expect(running.moments()).toBeNull();
  });
});

describe("quartiles", () => {
  test("are those of pandas", () => {
    // python3 -c "import pandas; print(pandas.Series([3.5, -1.25, None, 10, 10, 2, 0.1]).quantile([.25, .5, .75]))"
    const sorted = sortedNumbers(Float64Array.of(3.5, -1.25, Number.NaN, 10, 10, 2, 0.1));
    expect(quartilesOf(sorted)).toEqual([0.575, 2.75, 8.375]);
  });

  test("lie between their neighbours, even where these are further apart than any double", () => {
    fc.assert(
      fc.property(
        fc.array(finite, { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, share) => {
          const sorted = sortedNumbers(Float64Array.from(values));
          const place = (sorted.length - 1) * share;
          const found = quantileOf(sorted, share);
          expect(found).toBeGreaterThanOrEqual((sorted[Math.floor(place)] ?? 0) + 0);
          expect(found).toBeLessThanOrEqual((sorted[Math.ceil(place)] ?? 0) + 0);
        },
      ),
    );
    expect(quantileOf(Float64Array.of(-Number.MAX_VALUE, Number.MAX_VALUE), 0.5)).toBe(0);
  });
});

test("frequent numbers come with their counts, the most frequent first, and not at all if there are many", () => {
  expect(frequentNumbers(Float64Array.of(-0, 0, 2, 2, 2, 5))).toEqual([
    { value: 2, count: 3 },
    { value: 0, count: 2 },
    { value: 5, count: 1 },
  ]);
  expect(frequentNumbers(Float64Array.from({ length: 21 }, (_, i) => i))).toBeNull();
});
