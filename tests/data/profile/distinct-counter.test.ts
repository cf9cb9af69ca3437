import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { DistinctCounter } from "../../../src/data/profile/distinct-counter.ts";

const word = fc.integer({ min: 0, max: 2 ** 32 - 1 });

/** A counter to which the numbers from 0 were added, each so many times. */
function counting(most: number, different: number, times: number) {
  const counter = new DistinctCounter(most);
  for (let time = 0; time < times; time++) for (let i = 0; i < different; i++) counter.add(i, 7);
  return counter;
}

describe("different values", () => {
  test("are counted exactly while they are few", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word)), (values) => {
        const counter = new DistinctCounter(200);
        for (const [low, high] of values) counter.add(low, high);
        const different = new Set(values.map(String));
        expect(counter.measure(values.length)).toEqual({ value: different.size, exact: true });
        for (const [low, high] of values) {
          const times = values.filter((other) => other[0] === low && other[1] === high).length;
          expect(counter.countOf(low, high)).toBe(times);
        }
      }),
    );
  });

  test("are counted exactly up to the most that are told apart, and estimated beyond", () => {
    expect(counting(1000, 1000, 2).measure(2000)).toEqual({ value: 1000, exact: true });
    expect(counting(1000, 5000, 2).measure(10_000).exact).toBe(false);
  });

  test("are estimated within a twentieth from four thousand of them", () => {
    const { value } = counting(4096, 100_000, 3).measure(300_000);
    expect(Math.abs(value - 100_000)).toBeLessThan(5000);
  });

  test("that are all different are known to be", () => {
    expect(counting(4096, 100_000, 1).measure(100_000)).toEqual({ value: 100_000, exact: false });
  });
});
