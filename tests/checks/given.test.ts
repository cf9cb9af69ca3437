import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { given } from "../../src/checks/index.ts";

/** The smallest matrix for which a statement does not hold, as fast-check shrinks it. */
function smallest(holds: (X: number[][]) => boolean, size?: Parameters<typeof given.matrix>[0]): number[][] {
  const { counterexample } = fc.check(fc.property(given.matrix(size), holds), { seed: 3, numRuns: 2_000 });
  return counterexample?.[0] ?? [];
}

describe("given.matrix", () => {
  it("gives as many rows and columns as asked, all of one length, all finite", () => {
    const size = fc.record({
      min: fc.integer({ min: 1, max: 12 }),
      more: fc.nat(5),
      columns: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(size, ({ min, more, columns }) => {
        for (const X of fc.sample(given.matrix({ rows: { min, max: min + more }, columns }), 5)) {
          expect(X.length).toBeGreaterThanOrEqual(min);
          expect(X.length).toBeLessThanOrEqual(min + more);
          expect(X.every((row) => row.length === columns && row.every(Number.isFinite))).toBe(true);
        }
      }),
    );
  });

  it("takes a smallest size above its usual largest", () => {
    const [X] = fc.sample(given.matrix({ rows: { min: 20 }, columns: { min: 9 } }), 1);
    expect(X?.length).toBeGreaterThanOrEqual(20);
    expect(X?.[0]?.length).toBeGreaterThanOrEqual(9);
  });

  it("shrinks to one row of one column with a small number", () => {
    expect(smallest(() => false)).toEqual([[0]]);
  });

  it("leaves out every number that is not needed, wherever it stands", () => {
    const isRight = (values: number[]) => values.reduce((sum, value) => sum + value, 0) === 0;
    for (let seed = 0; seed < 300; seed += 1) {
      const { counterexample } = fc.check(fc.property(given.numbers(), isRight), { seed });
      expect(counterexample?.[0].map(Math.abs), `seed ${seed}`).toEqual([1]);
    }
  });

  it("shrinks to the fewest rows that show the fault, in a column or two", () => {
    const X = smallest((rows) => rows.length < 3);
    expect(X).toHaveLength(3);
    expect(X[0]?.length).toBeLessThanOrEqual(2);
    expect(X.flat().every((value) => Math.abs(value) <= 12)).toBe(true);
  });

  it("gives constant columns, and columns far apart in scale, often enough to be met in 40 draws", () => {
    const drawn = Array.from({ length: 20 }, (_, seed) =>
      fc.sample(given.matrix({ rows: { min: 3 } }), { seed, numRuns: 40 }),
    );
    const isConstant = (X: number[][], j: number) => X.every((row) => row[j] === X[0]?.[j]);
    for (const matrices of drawn) {
      expect(matrices.some((X) => X[0]?.some((_, j) => isConstant(X, j)))).toBe(true);
      expect(matrices.some((X) => X.flat().some((value) => Math.abs(value) > 50))).toBe(true);
      expect(matrices.some((X) => X.flat().some((value) => value < 0))).toBe(true);
      expect(matrices.some((X) => X.flat().some((value) => !Number.isInteger(value)))).toBe(true);
    }
  });

  it("gives numbers whose sums and squares are exact, so that every sound formula agrees", () => {
    for (const X of fc.sample(given.matrix(), 200)) {
      for (const value of X.flat()) expect(Number.isInteger(value * 8)).toBe(true);
    }
  });
});

describe("given.numbers and given.labels", () => {
  it("give lists of the length asked for", () => {
    for (const values of fc.sample(given.numbers({ min: 3, max: 5 }), 50)) {
      expect([3, 4, 5]).toContain(values.length);
      expect(values.every(Number.isFinite)).toBe(true);
    }
    for (const names of fc.sample(given.labels({ min: 2, max: 2, names: ["x", "y"] }), 50)) {
      expect(names).toHaveLength(2);
      expect(names.every((name) => ["x", "y"].includes(name))).toBe(true);
    }
  });
});
