import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { type Fold, KFold, StratifiedKFold } from "../../../src/ml/model-selection.ts";
import fixture from "../../fixtures/ml/folds.json" with { type: "json" };

const seeds = fc.option(fc.integer({ min: 0, max: 1e9 }), { nil: undefined });

function options(nSplits: number, randomState: number | undefined) {
  return randomState === undefined ? { nSplits } : { nSplits, shuffle: true, randomState };
}

function expectPartition(folds: readonly Fold[], nSamples: number): void {
  const rows = Array.from({ length: nSamples }, (_, i) => i);
  expect(folds.flatMap(({ test }) => test).sort((a, b) => a - b)).toEqual(rows);
  for (const { train, test } of folds) {
    expect([...train, ...test].sort((a, b) => a - b)).toEqual(rows);
    expect(train).toEqual([...train].sort((a, b) => a - b));
    expect(test).toEqual([...test].sort((a, b) => a - b));
  }
}

/** The most less the fewest of these rows that one test gets. */
function spread(folds: readonly Fold[], counts: (row: number) => boolean): number {
  const sizes = folds.map(({ test }) => test.filter(counts).length);
  return Math.max(...sizes) - Math.min(...sizes);
}

describe("KFold", () => {
  test.each(fixture.kFold)(
    "cuts $nSamples rows into $nSplits folds as scikit-learn does",
    ({ nSamples, nSplits, tests }) => {
      expect(new KFold({ nSplits }).split(nSamples).map(({ test }) => test)).toEqual(tests);
    },
  );

  test("has five folds by default", () => {
    expect(new KFold().split(5)).toHaveLength(5);
  });

  test("partitions the rows into parts that differ by one at most, shuffled or not", () => {
    const sizes = fc
      .integer({ min: 2, max: 40 })
      .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 2, max: n })));
    fc.assert(
      fc.property(sizes, seeds, ([nSamples, nSplits], randomState) => {
        const folds = new KFold(options(nSplits, randomState)).split(nSamples);
        expect(folds).toHaveLength(nSplits);
        expectPartition(folds, nSamples);
        expect(spread(folds, () => true)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("shuffles by its randomState, the same way each time", () => {
    const split = (randomState: number) => new KFold({ shuffle: true, randomState }).split(50);
    expect(split(1)).toEqual(split(1));
    expect(split(1)).not.toEqual(split(2));
    expect(split(1)).not.toEqual(new KFold().split(50));
  });

  test.each([
    [{ nSplits: 1 }, 10, /needs a whole number nSplits ≥ 2, got 1/],
    [{ nSplits: 2.5 }, 10, /needs a whole number nSplits ≥ 2, got 2.5/],
    [{ nSplits: 4 }, 3, /needs nSplits ≤ nSamples, got 4 folds for 3 rows/],
    [{}, 0, /needs a whole number nSamples ≥ 1, got 0/],
    [{ shuffle: true }, 10, /needs shuffle and randomState together or neither, got true and undefined/],
    [{ randomState: 0 }, 10, /needs shuffle and randomState together or neither, got false and 0/],
  ])("refuses %j for %d rows", (badOptions, nSamples, message) => {
    expect(() => new KFold(badOptions).split(nSamples)).toThrow(message);
  });
});

describe("StratifiedKFold", () => {
  test.each(fixture.stratified)(
    "deals $name into $nSplits folds as scikit-learn does",
    ({ y, nSplits, tests }) => {
      expect(new StratifiedKFold({ nSplits }).split(y).map(({ test }) => test)).toEqual(tests);
    },
  );

  test("partitions the rows, every class and the whole spread evenly, shuffled or not", () => {
    const labels = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 7, maxLength: 40 });
    fc.assert(
      fc.property(labels, fc.integer({ min: 2, max: 3 }), seeds, (y, nSplits, randomState) => {
        const folds = new StratifiedKFold(options(nSplits, randomState)).split(Object.freeze(y));
        expectPartition(folds, y.length);
        expect(spread(folds, () => true)).toBeLessThanOrEqual(1);
        for (const label of new Set(y))
          expect(spread(folds, (row) => y[row] === label)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("shuffles within the classes by its randomState", () => {
    const y = Array.from({ length: 60 }, (_, i) => Math.floor(i / 20));
    const split = (randomState: number) => new StratifiedKFold({ shuffle: true, randomState }).split(y);
    expect(split(1)).toEqual(split(1));
    expect(split(1)).not.toEqual(split(2));
    expect(split(1)).not.toEqual(new StratifiedKFold().split(y));
  });

  test.each([[[]], [[1, 1, 2, 2]]])("refuses labels %j, without a class that reaches all folds", (y) => {
    expect(() => new StratifiedKFold({ nSplits: 3 }).split(y)).toThrow(
      /needs a class of nSplits = 3 rows or more/,
    );
  });

  test("refuses a label that is not there", () => {
    expect(() => new StratifiedKFold().split([1, Number.NaN])).toThrow(
      /needs finite labels, got NaN at index 1/,
    );
  });
});
