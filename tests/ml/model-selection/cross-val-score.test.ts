import { describe, expect, test } from "vitest";

import { crossValScore, type Fold, KFold } from "../../../src/ml/model-selection.ts";
import { KNeighborsClassifier } from "../../../src/ml/neighbors.ts";
import { Pipeline } from "../../../src/ml/pipeline.ts";
import { MinMaxScaler, StandardScaler } from "../../../src/ml/preprocessing.ts";
import wine from "../../fixtures/ml/wine.json" with { type: "json" };
import { expectClose, frozen } from "../expect-close.ts";

const X = frozen(wine.X);
const y = Object.freeze(wine.y);
const folds: Fold[] = wine.tests.map((held) => ({
  train: y.map((_, row) => row).filter((row) => !held.includes(row)),
  test: held,
}));

/** What an estimator was shown, written down. */
class Recorder {
  readonly learned: number[] = [];
  readonly scored: number[] = [];

  fit(rows: readonly (readonly number[])[], targets: readonly string[]): void {
    this.learned.push(...rows.map(([value]) => value ?? Number.NaN));
    expect(targets).toEqual(this.learned.map(String));
  }

  score(rows: readonly (readonly number[])[], targets: readonly string[]): number {
    this.scored.push(...rows.map(([value]) => value ?? Number.NaN));
    expect(targets).toEqual(this.scored.map(String));
    return this.scored.length;
  }
}

describe("agrees with scikit-learn on wine, fold by fold", () => {
  const scaledBy = (scaler: StandardScaler | MinMaxScaler) =>
    new Pipeline([
      ["scale", scaler],
      ["knn", new KNeighborsClassifier<number>()],
    ]);

  test("with the rows as they are", () => {
    const scores = crossValScore(() => new KNeighborsClassifier<number>(), X, y, folds);
    expectClose(scores, wine.scores.raw, 1e-12);
    expect(mean(scores)).toBeCloseTo(0.663, 3);
  });

  test("with standardized rows", () => {
    const scores = crossValScore(() => scaledBy(new StandardScaler()), X, y, folds);
    expectClose(scores, wine.scores.standardized, 1e-12);
    expect(mean(scores)).toBeCloseTo(0.961, 3);
  });

  test("with rows stretched to [0, 1]", () => {
    expectClose(
      crossValScore(() => scaledBy(new MinMaxScaler()), X, y, folds),
      wine.scores.stretched,
      1e-12,
    );
  });

  test("with rows standardized before folding, a leak that the score does not show", () => {
    const leaky = new StandardScaler().fitTransform(X);
    const scores = crossValScore(() => new KNeighborsClassifier<number>(), leaky, y, folds);
    expectClose(scores, wine.scores.standardizedBeforeFolding, 1e-12);
    expect(mean(scores)).toBeCloseTo(0.961, 3);
  });
});

test("each fold has an estimator of its own, which learns from its train rows and is scored on its test rows", () => {
  const made: Recorder[] = [];
  const rows = frozen([[0], [1], [2], [3], [4]]);
  const make = () => {
    const recorder = new Recorder();
    made.push(recorder);
    return recorder;
  };
  const scores = crossValScore(make, rows, ["0", "1", "2", "3", "4"], new KFold({ nSplits: 2 }).split(5));
  expect(scores).toEqual([3, 2]);
  expect(made.map(({ learned, scored }) => ({ learned, scored }))).toEqual([
    { learned: [3, 4], scored: [0, 1, 2] },
    { learned: [0, 1, 2], scored: [3, 4] },
  ]);
});

describe("refuses", () => {
  const make = () => new KNeighborsClassifier<number>({ nNeighbors: 1 });

  test("one estimator for all folds, since it would carry over what it learned", () => {
    const knn = make();
    expect(() => crossValScore(() => knn, X, y, folds)).toThrow(
      /needs a new estimator for each fold, got an earlier one again in fold 1/,
    );
  });

  test("a fold that tests on rows that it learns from", () => {
    const leak = [{ train: [0, 1, 2], test: [2, 3] }];
    expect(() => crossValScore(make, X, y, leak)).toThrow(/got row 2 in both parts of fold 0/);
  });

  test("a row that is not there", () => {
    expect(() => crossValScore(make, X, y, [{ train: [0], test: [178] }])).toThrow(
      /needs indices from 0 to 177, got 178/,
    );
  });

  test("no folds", () => {
    expect(() => crossValScore(make, X, y, [])).toThrow(/needs at least one fold, got none/);
  });

  test("a target too few", () => {
    expect(() => crossValScore(make, X, y.slice(1), folds)).toThrow(/got 178 rows and 177 targets/);
  });
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
