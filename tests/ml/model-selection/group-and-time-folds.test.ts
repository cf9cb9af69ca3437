import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Label } from "../../../src/ml/labels.ts";
import { GroupKFold, TimeSeriesSplit } from "../../../src/ml/model-selection.ts";
import fixture from "../../fixtures/ml/model-selection.json" with { type: "json" };

describe("GroupKFold", () => {
  test.each(fixture.groupKFold)(
    "deals $name into $nSplits folds as scikit-learn does",
    ({ groups, nSplits, folds }) => {
      const labels: readonly Label[] = Object.freeze(groups);
      expect(new GroupKFold({ nSplits }).split(labels)).toEqual(folds);
    },
  );

  test("tears no group apart, tests each row once, and does not mind the order of rows", () => {
    const groups = fc
      .array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 40 })
      .filter((labels) => new Set(labels).size >= 3);
    fc.assert(
      fc.property(groups, (labels) => {
        const folds = new GroupKFold({ nSplits: 3 }).split(labels);
        expect(folds.flatMap(({ test }) => test).sort((a, b) => a - b)).toEqual([...labels.keys()]);
        for (const { train, test } of folds) {
          const learned = new Set(train.map((row) => labels[row]));
          expect(test.some((row) => learned.has(labels[row]))).toBe(false);
        }
        const groupsOf = (of: readonly number[]) =>
          new GroupKFold({ nSplits: 3 }).split(of).map(({ test }) => new Set(test.map((row) => of[row])));
        expect(groupsOf([...labels].reverse())).toEqual(groupsOf(labels));
      }),
    );
  });

  test.each([
    [3, ["a", "b", "a"], /needs nSplits ≤ the number of groups, got 3 folds for 2 groups/],
    [1, ["a", "b"], /needs a whole number nSplits ≥ 2, got 1/],
    [2, [1, Number.NaN], /needs finite labels, got NaN at index 1/],
  ])("refuses %d folds of %j", (nSplits, groups, message) => {
    expect(() => new GroupKFold({ nSplits }).split(groups)).toThrow(message);
  });
});

describe("TimeSeriesSplit", () => {
  test.each(fixture.timeSeriesSplit)("cuts $nSamples rows by $options as scikit-learn does", (given) => {
    expect(new TimeSeriesSplit(given.options).split(given.nSamples)).toEqual(given.folds);
  });

  test("never learns from the test's future", () => {
    const options = fc.record({
      nSplits: fc.integer({ min: 2, max: 5 }),
      gap: fc.integer({ min: 0, max: 3 }),
      testSize: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(options, fc.integer({ min: 30, max: 60 }), (chosen, nSamples) => {
        for (const { train, test } of new TimeSeriesSplit(chosen).split(nSamples)) {
          expect((train.at(-1) ?? Number.NaN) + chosen.gap).toBe((test[0] ?? Number.NaN) - 1);
          expect(test).toHaveLength(chosen.testSize);
        }
      }),
    );
  });

  test.each([
    [{}, 5, /needs nSplits < nSamples, got 5 folds for 5 rows/],
    [{ nSplits: 1 }, 5, /needs a whole number nSplits ≥ 2, got 1/],
    [{ nSplits: 2, gap: -1 }, 5, /needs a whole number gap ≥ 0, got -1/],
    [{ nSplits: 2, testSize: 2, gap: 1 }, 5, /needs more than 5 rows for 2 tests of 2 and a gap of 1, got 5/],
    [{ nSplits: 2, maxTrainSize: 0 }, 5, /needs a whole number maxTrainSize ≥ 1, got 0/],
  ])("refuses %j for %d rows", (options, nSamples, message) => {
    expect(() => new TimeSeriesSplit(options).split(nSamples)).toThrow(message);
  });
});
