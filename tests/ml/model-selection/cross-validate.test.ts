import { Matrix as MlMatrix } from "ml-matrix";
import { describe, expect, test } from "vitest";

import { DummyClassifier, DummyRegressor } from "../../../src/ml/dummy.ts";
import type { Predictor } from "../../../src/ml/estimator.ts";
import {
  crossValidate,
  crossValPredict,
  crossValScore,
  type Fold,
  KFold,
  type ScoringName,
} from "../../../src/ml/model-selection.ts";
import { KNeighborsClassifier } from "../../../src/ml/neighbors.ts";
import { Pipeline } from "../../../src/ml/pipeline.ts";
import { StandardScaler } from "../../../src/ml/preprocessing.ts";
import fixtures from "../../fixtures/ml/model-selection.json" with { type: "json" };
import { expectClose, frozen } from "../expect-close.ts";

const fixture = fixtures.crossValidation;
const X = frozen(fixture.X);
const y = Object.freeze(fixture.y);
const folds: Fold[] = fixture.tests.map((held) => ({
  train: [...y.keys()].filter((row) => !held.includes(row)),
  test: held,
}));
const makeKnn = () =>
  new Pipeline<number>([
    ["scale", new StandardScaler()],
    ["knn", new KNeighborsClassifier<number>()],
  ]);

describe("agrees with scikit-learn on iris", () => {
  const suites = [
    { of: "classes", make: (): Predictor<number> => makeKnn(), targets: y, scores: fixture.scores },
    {
      of: "one class against the others",
      make: (): Predictor<number> => makeKnn(),
      targets: y.map((label) => Number(label === 1)),
      scores: fixture.binary,
    },
    {
      of: "numbers",
      make: (): Predictor<number> => new DummyRegressor({ strategy: "median" }),
      targets: X.map(([length]) => length ?? 0),
      scores: fixture.targets,
    },
  ];

  test.each(suites)("in every score of $of, on train and test rows", ({ make, targets, scores }) => {
    const names = Object.keys(scores) as ScoringName[];
    const scoring = Object.fromEntries(names.map((name) => [name, name]));
    const result = crossValidate(make, X, targets, folds, { scoring, returnTrainScore: true });
    for (const [name, { test, train }] of Object.entries(scores)) {
      expectClose(result.testScores[name] ?? [], test, 1e-9, `test ${name}`);
      expectClose(result.trainScores?.[name] ?? [], train, 1e-9, `train ${name}`);
    }
  });

  test("in predictions and probabilities of rows by the fold that did not see them", () => {
    expect(crossValPredict(makeKnn, X, y, folds)).toEqual(fixture.predicted);
    expectClose(crossValPredict(makeKnn, X, y, folds, { method: "predictProba" }), fixture.probabilities);
  });

  test("in probabilities of folds that each lack a class, which get 0", () => {
    const blocks = new KFold({ nSplits: 3 }).split(y.length);
    const rows = crossValPredict(makeKnn, X, y, blocks, { method: "predictProba" });
    expectClose(rows, fixture.probabilitiesOfBlocks);
  });
});

test("scores itself by its own score where none is asked for, and keeps estimators where they are", () => {
  const { testScores, trainScores, estimators } = crossValidate(makeKnn, X, y, folds, {
    returnEstimator: true,
  });
  expect(testScores.score).toEqual(crossValScore(makeKnn, X, y, folds));
  expect(trainScores).toBeUndefined();
  expect(estimators?.map((estimator) => estimator.score(X, y) > 0.9)).toEqual([true, true, true]);
});

test("a score may be a function, which sees the test rows only", () => {
  const countRows = (_: unknown, rows: unknown) => (Array.isArray(rows) ? rows.length : Number.NaN);
  const { testScores } = crossValidate(makeKnn, X, y, folds, { scoring: { countRows } });
  expect(testScores.countRows).toEqual(folds.map(({ test }) => test.length));
});

test("takes columns and matrices as it takes rows", () => {
  const columns = [0, 1, 2, 3].map((j) => Float64Array.from(X, (row) => row[j] ?? Number.NaN));
  const expected = crossValScore(makeKnn, X, y, folds);
  expect(crossValScore(makeKnn, { columns }, y, folds)).toEqual(expected);
  expect(crossValScore(makeKnn, new MlMatrix(X.map((row) => [...row])), y, folds)).toEqual(expected);
});

describe("refuses", () => {
  test("a score that is none", () => {
    // @ts-expect-error: the point is what happens when the types are not kept
    expect(() => crossValScore(makeKnn, X, y, folds, { scoring: "acuracy" })).toThrow(
      /crossValScore needs a function or one of accuracy, .* as scoring, got "acuracy"/,
    );
  });

  test("scores of two classes for three, and of probabilities where there are none", () => {
    expect(() => crossValScore(makeKnn, X, y, folds, { scoring: "rocAuc" })).toThrow(
      /needs an estimator that learned two, got 3/,
    );
    const make = () => new DummyRegressor();
    expect(() => crossValScore(make, X, y, folds, { scoring: "negLogLoss" })).toThrow(
      /an estimator with predictProba/,
    );
    expect(() =>
      // @ts-expect-error: a regressor has no probabilities
      crossValPredict(make, X, y, folds, { method: "predictProba" }),
    ).toThrow(/an estimator with predictProba/);
  });

  test("predictions by folds that test a row never or twice", () => {
    const make = () => new DummyClassifier<number>();
    const [first, second, third] = folds as [Fold, Fold, Fold];
    expect(() => crossValPredict(make, X, y, [first, second])).toThrow(
      /test each row once, got row \d+ 0 times/,
    );
    expect(() => crossValPredict(make, X, y, [first, second, third, third])).toThrow(/got row \d+ 2 times/);
  });
});
