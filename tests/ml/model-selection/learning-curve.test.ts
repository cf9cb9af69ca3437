import { describe, expect, test } from "vitest";

import { type Fold, KFold, learningCurve } from "../../../src/ml/model-selection.ts";
import { KNeighborsClassifier } from "../../../src/ml/neighbors.ts";
import { Pipeline } from "../../../src/ml/pipeline.ts";
import { StandardScaler } from "../../../src/ml/preprocessing.ts";
import fixtures from "../../fixtures/ml/model-selection.json" with { type: "json" };
import { expectClose, frozen } from "../expect-close.ts";

const fixture = fixtures.crossValidation;

/** Remembers how many rows, and which, it was fitted on. */
class Memory {
  static readonly shown: number[][] = [];

  fit(_: unknown, y: readonly number[]): void {
    Memory.shown.push([...y]);
  }

  score(): number {
    return 0;
  }
}

function shownRows(options: Parameters<typeof learningCurve>[4], nSamples = 20): number[][] {
  const y = Array.from({ length: nSamples }, (_, i) => i);
  Memory.shown.length = 0;
  learningCurve(
    () => new Memory(),
    y.map((i) => [i]),
    y,
    new KFold({ nSplits: 2 }).split(nSamples),
    options,
  );
  return [...Memory.shown];
}

test("agrees with scikit-learn on iris", () => {
  const y = Object.freeze(fixture.y);
  const folds: Fold[] = fixture.tests.map((held) => ({
    train: [...y.keys()].filter((row) => !held.includes(row)),
    test: held,
  }));
  const make = () =>
    new Pipeline<number>([
      ["scale", new StandardScaler()],
      ["knn", new KNeighborsClassifier<number>({ nNeighbors: 3 })],
    ]);
  const curve = learningCurve(make, frozen(fixture.X), y, folds, { trainSizes: [0.2, 0.5, 1] });
  expect(curve.trainSizes).toEqual(fixture.curve.sizes);
  expectClose(curve.trainScores, fixture.curve.train, 1e-12);
  expectClose(curve.testScores, fixture.curve.test, 1e-12);
});

test("has five sizes by default, from a tenth of the train rows to all", () => {
  const sizes = shownRows({}, 200).map((rows) => rows.length);
  expect(sizes).toEqual([10, 10, 32, 32, 55, 55, 77, 77, 100, 100]); // as scikit-learn 1.2.1
});

test("takes the first rows, or mixes them by randomState so that a larger part contains the smaller", () => {
  expect(shownRows({ trainSizes: [2] })).toEqual([
    [10, 11],
    [0, 1],
  ]);
  const mixed = shownRows({ trainSizes: [2, 5], shuffle: true, randomState: 1 });
  expect(mixed).toEqual(shownRows({ trainSizes: [5, 2, 2], shuffle: true, randomState: 1 }));
  expect(mixed[2]?.slice(0, 2)).toEqual(mixed[0]);
  expect(mixed).not.toEqual(shownRows({ trainSizes: [2, 5], shuffle: true, randomState: 2 }));
});

describe("refuses", () => {
  test.each([[0], [11], [2.5], [0.01], [Number.NaN]])("a train size of %d, of ten rows", (size) => {
    expect(() => shownRows({ trainSizes: [size] })).toThrow(
      `learningCurve needs trainSizes of 1 to 10 rows, or shares of them, got ${size}.`,
    );
  });

  test("shuffle without randomState, and no folds", () => {
    expect(() => shownRows({ shuffle: true })).toThrow(/needs shuffle and randomState together or neither/);
    expect(() => learningCurve(() => new Memory(), [[1]], [1], [])).toThrow(
      /needs at least one fold, got none/,
    );
  });
});
