import { describe, expect, test } from "vitest";

import { DummyClassifier, DummyRegressor } from "../../../src/ml/dummy.ts";
import { type Fold, GridSearchCV, KFold, parameterGrid } from "../../../src/ml/model-selection.ts";
import { KNeighborsClassifier } from "../../../src/ml/neighbors.ts";
import { Pipeline } from "../../../src/ml/pipeline.ts";
import { MinMaxScaler, StandardScaler } from "../../../src/ml/preprocessing.ts";
import fixtures from "../../fixtures/ml/model-selection.json" with { type: "json" };
import { expectClose, frozen } from "../expect-close.ts";

const fixture = fixtures.crossValidation;
const X = frozen(fixture.X);
const y = Object.freeze(fixture.y);
const folds: Fold[] = fixture.tests.map((held) => ({
  train: [...y.keys()].filter((row) => !held.includes(row)),
  test: held,
}));

test("agrees with scikit-learn over a Pipeline: steps and their options, each combination once", () => {
  const search = new GridSearchCV(
    // The outer loop of scikit-learn's grid is the name that comes first in the alphabet.
    ({ nNeighbors, scaler }) =>
      new Pipeline<number>([
        ["scale", scaler === "standard" ? new StandardScaler() : new MinMaxScaler()],
        ["knn", new KNeighborsClassifier<number>({ nNeighbors })],
      ]),
    { nNeighbors: [1, 7, 15], scaler: ["standard", "minMax"] },
    { folds },
  ).fit(X, y);
  const { mean, std, rank, bestIndex, bestScore, predicted } = fixture.search;
  expectClose(
    search.cvResults.map(({ meanTestScore }) => meanTestScore),
    mean,
    1e-12,
  );
  expectClose(
    search.cvResults.map(({ stdTestScore }) => stdTestScore),
    std,
    1e-12,
  );
  expect(search.cvResults.map(({ rankTestScore }) => rankTestScore)).toEqual(rank);
  expect(search.bestParams).toEqual(search.cvResults[bestIndex]?.params);
  expect(search.bestScore).toBeCloseTo(bestScore, 12);
  expect(search.predict(X)).toEqual(predicted);
  expect(search.score(X, y)).toBe(search.bestEstimator.score(X, y));
  expect(search.classes).toEqual([0, 1, 2]);
  expect(search.predictProba(X)).toEqual(search.bestEstimator.predictProba(X));
});

test("decides by the score that is asked for, on folds made of the targets", () => {
  const labels = ["a", "a", "a", "a", "b", "b"];
  const rows = labels.map(() => [0]);
  const shown: string[][] = [];
  const search = new GridSearchCV(
    ({ constant }) => new DummyClassifier<string>({ strategy: "constant", constant }),
    { constant: ["a", "b"] },
    {
      folds: (targets: readonly string[]) => {
        shown.push([...targets]);
        return [
          { train: [0, 4], test: [1, 5] },
          { train: [2, 4, 5], test: [3] },
        ];
      },
      scoring: (estimator, X, targets) => -(estimator.predict(X)[0] === targets[0] ? 1 : 0),
    },
  ).fit(rows, labels);
  expect(shown).toEqual([labels]);
  expect(search.bestParams).toEqual({ constant: "b" });
  expect(search.bestEstimator.classPrior).toEqual([4 / 6, 2 / 6]);
});

test("of equal combinations the first is best, and they share their rank", () => {
  const search = new GridSearchCV(
    ({ quantile }) => new DummyRegressor({ strategy: "quantile", quantile }),
    { quantile: [0.9, 0.4, 0.6] },
    { folds: new KFold({ nSplits: 2 }).split(6), scoring: "negMeanAbsoluteError" },
  ).fit([[1], [2], [3], [4], [5], [6]], [5, 5, 5, 5, 5, 5]);
  expect(search.bestParams).toEqual({ quantile: 0.9 });
  expect(search.cvResults.map(({ rankTestScore }) => rankTestScore)).toEqual([1, 1, 1]);
});

describe("parameterGrid", () => {
  test("gives every combination, the last name changing fastest", () => {
    expect(parameterGrid({ a: [1, 2], b: ["x", "y"], c: [null] })).toEqual([
      { a: 1, b: "x", c: null },
      { a: 1, b: "y", c: null },
      { a: 2, b: "x", c: null },
      { a: 2, b: "y", c: null },
    ]);
    expect(parameterGrid({})).toEqual([{}]);
  });

  test("refuses a name without values", () => {
    expect(() => parameterGrid({ a: [] })).toThrow("parameterGrid needs at least one value for a, got none.");
    // @ts-expect-error: the point is what happens when the types are not kept
    expect(() => parameterGrid({ a: 1 })).toThrow("parameterGrid needs an array of values for a, got 1.");
  });
});

test("refuses questions before fit, a score of NaN, and one estimator for all", () => {
  const make = () => new DummyClassifier<number>();
  const search = new GridSearchCV(make, {}, { folds });
  expect(() => search.bestParams).toThrow(/GridSearchCV.bestParams needs a fitted estimator/);
  expect(() => new GridSearchCV(make, {}, { folds, scoring: () => Number.NaN }).fit(X, y)).toThrow(
    /needs scores to compare, got NaN for combination 0/,
  );
  const one = make();
  expect(() => new GridSearchCV(() => one, {}, { folds }).fit(X, y)).toThrow(
    /needs a new estimator for each fold/,
  );
});
