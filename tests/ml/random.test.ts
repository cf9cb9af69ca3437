import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { Random, splitMix64, xoshiro128StarStar } from "../../src/ml/random.ts";

const seeds = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

describe("the generator", () => {
  test("gives the reference outputs of xoshiro128** for the state 1, 2, 3, 4", () => {
    const next = xoshiro128StarStar([1, 2, 3, 4]);
    // As in the tests of Rust's rand_xoshiro, made there with the authors' C code.
    expect(Array.from({ length: 10 }, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  test("gives the reference outputs of SplitMix64 for the seed 1234567", () => {
    const next = splitMix64(1234567n);
    // https://rosettacode.org/wiki/Pseudo-random_numbers/Splitmix64
    expect(Array.from({ length: 5 }, next)).toEqual([
      6457827717110365317n,
      3203168211198807973n,
      9817491932198370423n,
      4593380528125082431n,
      16408922859458223821n,
    ]);
  });

  test.each([
    // By a C program: the authors' two functions, low half of a 64-bit word first, then (high 27, low 26 bits) / 2^53.
    [0, [0.87025477440427201, 0.66979715053109778, 0.36165862067339571]],
    [42, [0.41370166815658871, 0.0039839933778147429, 0.65008370276388672]],
    [2 ** 53 - 1, [0.28711898103103251, 0.15409045434992519, 0.60561090887516211]],
  ])("gives the same first uniform numbers for seed %d as the C code", (seed, expected) => {
    const random = new Random(seed);
    expect(expected.map(() => random.uniform())).toEqual(expected);
  });

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("refuses %d as a seed", (seed) => {
    expect(() => new Random(seed)).toThrow(/^Random needs a whole number randomState ≥ 0, got/);
  });
});

describe("uniform", () => {
  test("stays in [0, 1) and fills ten equal bins evenly", () => {
    const random = new Random(1);
    const draws = Array.from({ length: 100_000 }, () => random.uniform());
    expect(draws.every((u) => u >= 0 && u < 1)).toBe(true);
    const counts = histogram(draws.map((u) => Math.floor(u * 10)));
    expect(counts).toHaveLength(10);
    expect(chiSquare(counts, 10_000)).toBeLessThan(27.9); // its 0.999 quantile for 9 degrees of freedom
  });
});

describe("normal", () => {
  test("has the mean, deviation and tails that it was asked for", () => {
    const random = new Random(2);
    const draws = Array.from({ length: 100_000 }, () => random.normal(5, 2));
    const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
    expect(mean).toBeCloseTo(5, 1);
    expect(Math.sqrt(variance)).toBeCloseTo(2, 1);
    expect(draws.filter((x) => Math.abs(x - 5) < 2).length / draws.length).toBeCloseTo(0.6827, 2);
    expect(draws.filter((x) => x > 5 + 2 * 1.96).length / draws.length).toBeCloseTo(0.025, 2);
  });

  test("with deviation 0 is its mean", () => {
    expect(new Random(3).normal(7, 0)).toBe(7);
  });

  test.each([
    [0, -1],
    [Number.NaN, 1],
    [0, Number.POSITIVE_INFINITY],
  ])("refuses mean %d with deviation %d", (mean, deviation) => {
    expect(() => new Random(0).normal(mean, deviation)).toThrow(RangeError);
  });
});

describe("integer", () => {
  test("gives every face of a die equally often", () => {
    const random = new Random(4);
    const counts = histogram(Array.from({ length: 60_000 }, () => random.integer(1, 7)));
    expect(counts).toHaveLength(6);
    expect(chiSquare(counts, 10_000)).toBeLessThan(20.5); // its 0.999 quantile for 5 degrees of freedom
  });

  test("shows no preference for low numbers where the range does not divide 2^53", () => {
    const random = new Random(5);
    const count = 3 * 2 ** 51; // taking the remainder only would give the lowest third twice the others' share
    const draws = Array.from({ length: 30_000 }, () => random.integer(0, count));
    expect(draws.filter((draw) => draw < count / 3).length / draws.length).toBeCloseTo(1 / 3, 1);
  });

  test("stays within its bounds, however far apart", () => {
    const bounds = fc
      .tuple(fc.maxSafeInteger(), fc.maxSafeInteger())
      .filter(([low, high]) => low < high && high - low <= 2 ** 53);
    fc.assert(
      fc.property(seeds, bounds, (seed, [low, high]) => {
        const draw = new Random(seed).integer(low, high);
        expect(Number.isSafeInteger(draw) && draw >= low && draw < high).toBe(true);
      }),
    );
  });

  test.each([
    [1, 1],
    [2, 1],
    [0.5, 2],
    [0, Number.NaN],
    [-(2 ** 53 - 1), 2 ** 53 - 1],
  ])("refuses %d to %d", (low, high) => {
    expect(() => new Random(0).integer(low, high)).toThrow(/needs whole numbers low < high/);
  });
});

describe("shuffle and choice", () => {
  test("a shuffle holds the same values in a new array and leaves the old one alone", () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.integer()), (seed, values) => {
        const shuffled = new Random(seed).shuffle(Object.freeze(values));
        expect(shuffled).not.toBe(values);
        expect([...shuffled].sort()).toEqual([...values].sort());
      }),
    );
  });

  test("every order of four values is equally likely", () => {
    const random = new Random(6);
    const counts = histogram(Array.from({ length: 24_000 }, () => random.shuffle([1, 2, 3, 4]).join()));
    expect(counts).toHaveLength(24);
    expect(chiSquare(counts, 1000)).toBeLessThan(49.7); // its 0.999 quantile for 23 degrees of freedom
  });

  test("a choice takes each value equally often", () => {
    const random = new Random(7);
    const counts = histogram(Array.from({ length: 30_000 }, () => random.choice(["a", "b", "c"])));
    expect(counts).toHaveLength(3);
    expect(chiSquare(counts, 10_000)).toBeLessThan(13.8); // its 0.999 quantile for 23 degrees of freedom
  });

  test("a choice takes each value equally often", () => {
    const random = new Random(7);
    const counts = { a: 0, b: 0, c: 0 };
    for (let draw = 0; draw < 30_000; draw++) counts[random.choice(["a", "b", "c"] as const)] += 1;
    expect(chiSquare(Object.values(counts), 10_000)).toBeLessThan(13.8); // its 0.999 quantile for 2 degrees of freedom
  });

  test("there is nothing to choose from no values", () => {
    expect(() => new Random(0).choice([])).toThrow("Random.choice needs at least one value, got none.");
  });
});

/** How often each value that occurs does so. */
function histogram(values: readonly (string | number)[]): number[] {
  const counts = new Map<string | number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()];
}

function chiSquare(counts: readonly number[], expected: number): number {
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}
