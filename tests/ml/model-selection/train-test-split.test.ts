import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { takeRows, trainTestSplit } from "../../../src/ml/model-selection.ts";
import fixture from "../../fixtures/ml/splits.json" with { type: "json" };

const seeds = fc.integer({ min: 0, max: 1e9 });

function repeated(sizes: readonly number[]): number[] {
  return sizes.flatMap((size, label) => new Array<number>(size).fill(label));
}

function countsOf(labels: readonly number[]): number[] {
  return [...new Set(labels)]
    .sort((a, b) => a - b)
    .map((label) => labels.filter((other) => other === label).length);
}

describe("trainTestSplit", () => {
  test("deals every row into one part, the test's size rounded up", () => {
    const sizes = fc.tuple(fc.integer({ min: 2, max: 60 }), fc.double({ min: 0.01, max: 0.49, noNaN: true }));
    fc.assert(
      fc.property(sizes, seeds, ([nSamples, testSize], randomState) => {
        const { train, test } = trainTestSplit(nSamples, { testSize, randomState });
        expect(test).toHaveLength(Math.ceil(testSize * nSamples));
        expect([...train, ...test].sort((a, b) => a - b)).toEqual(
          Array.from({ length: nSamples }, (_, i) => i),
        );
      }),
    );
  });

  test("keeps a quarter for the test by default", () => {
    const { train, test } = trainTestSplit(178, { randomState: 0 });
    expect([train.length, test.length]).toEqual([133, 45]); // as scikit-learn 1.2.1
  });

  test("depends on randomState and on nothing else", () => {
    expect(trainTestSplit(50, { randomState: 3 })).toEqual(trainTestSplit(50, { randomState: 3 }));
    expect(trainTestSplit(50, { randomState: 3 })).not.toEqual(trainTestSplit(50, { randomState: 4 }));
  });

  test("puts each row into the test as often as any other", () => {
    const times = new Map<number, number>();
    for (let randomState = 0; randomState < 4000; randomState++) {
      for (const row of trainTestSplit(8, { randomState }).test) times.set(row, (times.get(row) ?? 0) + 1);
    }
    const chiSquare = [...times.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(times.size).toBe(8);
    expect(chiSquare).toBeLessThan(24.3); // its 0.999 quantile for 7 degrees of freedom
  });

  test.each([
    [1, 0.25, /needs a whole number nSamples ≥ 2, got 1/],
    [10, 0, /needs 0 < testSize < 1, got 0/],
    [10, 1, /needs 0 < testSize < 1, got 1/],
    [10, 1.2, /needs 0 < testSize < 1, got 1.2/],
    [10, Number.NaN, /needs 0 < testSize < 1, got NaN/],
    [10, 0.95, /needs a row to learn from, got testSize 0.95 of 10 rows, which is all/],
  ])("refuses %d rows with testSize %d", (nSamples, testSize, message) => {
    expect(() => trainTestSplit(nSamples, { testSize, randomState: 0 })).toThrow(message);
  });
});

describe("trainTestSplit with stratify", () => {
  test.each(fixture)(
    "shares classes of $sizes out as scikit-learn does, for testSize $testSize",
    ({ sizes, testSize, trainSizes }) => {
      const y = Object.freeze(repeated(sizes));
      const { train, test } = trainTestSplit(y.length, { testSize, randomState: 0, stratify: y });
      expect(countsOf(takeRows(y, train))).toEqual(trainSizes);
      expect([...train, ...test].sort((a, b) => a - b)).toEqual(y.map((_, i) => i));
    },
  );

  test("lets chance decide which of two equal classes gets the odd row", () => {
    const y = repeated([5, 5]);
    const trainSizes = Array.from({ length: 200 }, (_, randomState) =>
      countsOf(takeRows(y, trainTestSplit(10, { testSize: 0.3, randomState, stratify: y }).train)).join(),
    );
    const oftenFirst = trainSizes.filter((sizes) => sizes === "4,3").length;
    expect(new Set(trainSizes)).toEqual(new Set(["4,3", "3,4"]));
    expect(Math.abs(oftenFirst - 100)).toBeLessThan(40);
  });

  test("draws any row of a class for the test", () => {
    const y = repeated([6, 4]);
    const drawn = Array.from(
      { length: 100 },
      (_, randomState) => trainTestSplit(10, { randomState, stratify: y }).test,
    );
    expect(new Set(drawn.flat()).size).toBe(10);
  });

  test("mixes the classes within each part", () => {
    const y = repeated([30, 30]);
    const { train, test } = trainTestSplit(60, { randomState: 0, stratify: y });
    for (const labels of [takeRows(y, train), takeRows(y, test)])
      expect(labels).not.toEqual([...labels].sort());
  });

  test.each([
    [["a", "a", "b"], /needs two rows or more of each class, got row 2 alone in its class/],
    [
      ["a", "a", "b", "b", "c", "c"],
      /needs a row of each class in both parts, got 3 classes and a part of 2 rows/,
    ],
    [["a", "a", "b", "b", "b"], /needs a row of each class in both parts/],
  ])("refuses %j", (labels, message) => {
    expect(() => trainTestSplit(labels.length, { testSize: 0.2, randomState: 0, stratify: labels })).toThrow(
      message,
    );
  });

  test("refuses labels that are not one a row", () => {
    expect(() => trainTestSplit(4, { randomState: 0, stratify: [0, 1] })).toThrow(/got 4 rows and 2 targets/);
  });
});

describe("trainTestSplit with groups", () => {
  const groups = fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 40 })
    .filter((labels) => new Set(labels).size >= 2);

  test("tears no group apart, and gives the test its share of the groups, rounded up", () => {
    fc.assert(
      fc.property(groups, seeds, (labels, randomState) => {
        const { train, test } = trainTestSplit(labels.length, { randomState, groups: Object.freeze(labels) });
        expect([...train, ...test].sort((a, b) => a - b)).toEqual([...labels.keys()]);
        const [learned, held] = [train, test].map((rows) => new Set(takeRows(labels, rows)));
        expect([...(held ?? [])].some((group) => learned?.has(group))).toBe(false);
        expect(held?.size).toBe(Math.ceil(0.25 * new Set(labels).size));
      }),
    );
  });

  test("draws any group for the test", () => {
    const labels = ["a", "a", "b", "c", "c", "d"];
    const drawn = Array.from(
      { length: 60 },
      (_, randomState) => takeRows(labels, trainTestSplit(6, { randomState, groups: labels }).test)[0],
    );
    expect(new Set(drawn)).toEqual(new Set(["a", "b", "c", "d"]));
  });

  test("refuses a single group, of which nothing would be left to learn from", () => {
    expect(() => trainTestSplit(3, { randomState: 0, groups: ["a", "a", "a"] })).toThrow(
      /needs a row to learn from, got testSize 0.25 of 1 groups, which is all/,
    );
  });
});

describe("trainTestSplit without chance", () => {
  test("takes the last rows for the test", () => {
    expect(trainTestSplit(5, { shuffle: false, testSize: 0.3 })).toEqual({ train: [0, 1, 2], test: [3, 4] });
  });

  test("takes the latest rows for the test, and keeps rows of one time together in it", () => {
    const times = ["2026-03-01", "2026-01-01", "2026-02-01", "2026-02-01", "2025-12-31"];
    expect(trainTestSplit(5, { times, testSize: 0.2 })).toEqual({ train: [4, 1, 2, 3], test: [0] });
    expect(trainTestSplit(5, { times, testSize: 0.4 })).toEqual({ train: [4, 1], test: [2, 3, 0] });
    expect(trainTestSplit(3, { times: [10, 9, -1] })).toEqual({ train: [2, 1], test: [0] });
  });

  test("puts every row of the test after every row to learn from", () => {
    const clocks = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(clocks, (times) => {
        fc.pre(
          new Set(
            times
              .slice()
              .sort((a, b) => a - b)
              .slice(0, Math.floor(0.75 * times.length) + 1),
          ).size > 1,
        );
        const { train, test } = trainTestSplit(times.length, { times });
        expect(Math.max(...takeRows(times, train))).toBeLessThan(Math.min(...takeRows(times, test)));
        expect(test.length).toBeGreaterThanOrEqual(Math.ceil(0.25 * times.length));
      }),
    );
  });

  test("refuses one time for all rows, and ways that exclude each other", () => {
    expect(() => trainTestSplit(3, { times: [7, 7, 7] })).toThrow(
      /needs rows earlier than the test's first, got the time 7 for all up to there/,
    );
    const both = { randomState: 0, stratify: [1, 1], groups: [1, 2] };
    expect(() => trainTestSplit(2, both)).toThrow(
      "trainTestSplit needs one way to split, got stratify and groups.",
    );
    // @ts-expect-error: the point is what happens when the types are not kept
    expect(() => trainTestSplit(2, { times: [1, 2], randomState: 0 })).toThrow(
      /needs no randomState with times/,
    );
    // @ts-expect-error: as above
    expect(() => trainTestSplit(2, {})).toThrow(/needs a whole number randomState ≥ 0, got undefined/);
  });
});

describe("takeRows", () => {
  test("takes rows in the order of the indices, repeats included", () => {
    const rows = Object.freeze(["a", "b", "c"]);
    expect(takeRows(rows, Object.freeze([2, 0, 2]))).toEqual(["c", "a", "c"]);
  });

  test.each([-1, 3, 0.5, Number.NaN])("refuses the index %d", (i) => {
    expect(() => takeRows(["a", "b", "c"], [i])).toThrow(
      new RangeError(`takeRows needs indices from 0 to 2, got ${i}.`),
    );
  });
});
