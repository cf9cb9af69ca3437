import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { RandomForestClassifier, RandomForestRegressor } from "../../../src/ml/ensemble.ts";
import { accuracyScore, r2Score } from "../../../src/ml/metrics.ts";
import { Random } from "../../../src/ml/random.ts";
import { DecisionTreeClassifier, DecisionTreeRegressor } from "../../../src/ml/tree.ts";
import { expectClose, frozen } from "../expect-close.ts";

const X = frozen(Array.from({ length: 60 }, (_, i) => [Math.sin(i), (i * 7) % 11, i % 3]));
const y = Object.freeze(X.map(([wave = 0, step = 0]) => (wave > 0.3 ? "up" : step > 5 ? "even" : "down")));
const targets = Object.freeze(X.map(([wave = 0, step = 0]) => wave * step));
const small = { nEstimators: 12 };

test("the same seed grows the same forest, another seed another", () => {
  const shares = (randomState: number) =>
    new RandomForestClassifier<string>({ ...small, randomState }).fit(X, y).predictProba(X);
  expect(shares(1)).toEqual(shares(1));
  expect(shares(1)).not.toEqual(shares(2));
});

test("a larger forest begins with the trees of a smaller one", () => {
  const trees = (nEstimators: number) =>
    new RandomForestRegressor({ nEstimators }).fit(X, targets).estimators;
  expect(JSON.stringify(trees(5).slice(0, 3))).toBe(JSON.stringify(trees(3)));
});

test("the answer of a forest is the mean of the answers of its trees", () => {
  const classifier = new RandomForestClassifier<string>(small).fit(X, y);
  const shares = classifier.estimators.map((tree) => tree.predictProba(X));
  const meanOf = (i: number, k: number) => shares.reduce((sum, rows) => sum + (rows[i]?.[k] ?? 0), 0) / 12;
  expect(classifier.classes).toEqual(["down", "even", "up"]);
  expectClose(
    classifier.predictProba(X),
    X.map((_, i) => [meanOf(i, 0), meanOf(i, 1), meanOf(i, 2)]),
  );
  const regressor = new RandomForestRegressor(small).fit(X, targets);
  const predictions = regressor.estimators.map((tree) => tree.predict(X));
  expectClose(
    regressor.predict(X),
    X.map((_, i) => predictions.reduce((sum, rows) => sum + (rows[i] ?? 0), 0) / 12),
  );
});

test("the class that is predicted has the largest mean share, the smallest label of equal ones", () => {
  const forest = new RandomForestClassifier<string>(small).fit(X, y);
  const predicted = forest
    .predictProba(X)
    .map((shares) => forest.classes[shares.indexOf(Math.max(...shares))]);
  expect(forest.predict(X)).toEqual(predicted);
  expect(forest.score(X, y)).toBe(accuracyScore(y, forest.predict(X)));
  const undecided = new RandomForestClassifier<number>({ nEstimators: 1, bootstrap: false });
  expect(undecided.fit([[1], [1]], [9, 4]).predict([[1]])).toEqual([4]);
});

describe("without a bootstrap, and with all features", () => {
  const whole = { nEstimators: 3, bootstrap: false, maxFeatures: 1 };

  test("every tree of numbers that vary in one feature alone is the tree that grows by itself", () => {
    const column = frozen(X.map(([wave = 0]) => [wave]));
    const tree = new DecisionTreeRegressor({ maxDepth: 4 }).fit(column, targets);
    const forest = new RandomForestRegressor({ ...whole, maxDepth: 4 }).fit(column, targets);
    expectClose(forest.predict(column), tree.predict(column));
    for (const estimator of forest.estimators) expect(estimator.tree).toEqual(tree.tree);
  });

  test("weights of classes and rows count as they do in a tree", () => {
    const column = frozen(X.map(([wave = 0]) => [wave]));
    const sampleWeight = X.map((_, i) => i % 4);
    const options = { maxDepth: 2, classWeight: "balanced" } as const;
    const tree = new DecisionTreeClassifier<string>(options).fit(column, y, sampleWeight);
    const forest = new RandomForestClassifier<string>({ ...whole, ...options }).fit(column, y, sampleWeight);
    expectClose(forest.predictProba(column), tree.predictProba(column));
  });
});

describe("out of bag", () => {
  test("the score is that of the answers about rows which some tree has not seen", () => {
    const classifier = new RandomForestClassifier<string>({ nEstimators: 3, oobScore: true }).fit(X, y);
    const answered = X.map((_, i) => i).filter((i) => !Number.isNaN(classifier.oobDecisionFunction[i]?.[0]));
    // Three trees have all seen a row with probability (1 - 1/e)³, a quarter.
    expect(answered.length).toBeGreaterThan(30);
    expect(answered.length).toBeLessThan(60);
    const right = answered.filter((i) => {
      const shares = classifier.oobDecisionFunction[i] ?? [];
      return classifier.classes[shares.indexOf(Math.max(...shares))] === y[i];
    });
    expect(classifier.getOobScore()).toBe(right.length / answered.length);
    const regressor = new RandomForestRegressor({ nEstimators: 40, oobScore: true }).fit(X, targets);
    expect(regressor.oobPrediction.every(Number.isFinite)).toBe(true);
    expect(regressor.getOobScore()).toBe(r2Score(targets, regressor.oobPrediction));
  });

  test("labels that have nothing to do with the rows cannot be told, though the training rows all are", () => {
    const random = new Random(0);
    const noise = X.map(() => random.choice(["a", "b"]));
    const forest = new RandomForestClassifier<string>({ nEstimators: 60, oobScore: true }).fit(X, noise);
    expect(forest.score(X, noise)).toBe(1);
    expect(forest.getOobScore()).toBeLessThan(0.75);
  });
});

test("one row, one column, one class, and columns without variation are no trouble", () => {
  const one = new RandomForestClassifier<string>(small).fit([[5]], ["only"]);
  expect(one.predict([[5], [-1e300]])).toEqual(["only", "only"]);
  expect(one.predictProba([[0]])).toEqual([[1]]);
  expect(one.featureImportances).toEqual([0]);
  const constant = new RandomForestRegressor({ ...small, bootstrap: false }).fit([[1], [1]], [3, 5]);
  expect(constant.predict([[1]])).toEqual([4]);
});

test("importances are shares that add up to 1, and a column without variation has none", () => {
  const grid = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), {
    minLength: 2,
    maxLength: 20,
  });
  fc.assert(
    fc.property(grid, fc.nat(9), (rows, randomState) => {
      const table = rows.map(([first]) => [7, first, -1]);
      const forest = new RandomForestRegressor({ nEstimators: 5, randomState, bootstrap: false });
      const importances = forest.fit(
        table,
        rows.map(([first, second]) => first * 2 + second / 100),
      ).featureImportances;
      const varies = new Set(rows.map(([first]) => first)).size > 1;
      expect(importances).toEqual([0, varies ? 1 : 0, 0]);
    }),
  );
});

test("rows that have no weight are never drawn into a tree's favor", () => {
  const weights = X.map((_, i) => (i < 40 ? 1 : 0));
  const spoiled = y.map((label, i) => (i < 40 ? label : "wrong"));
  const forest = new RandomForestClassifier<string>(small).fit(X, spoiled, weights);
  expect(forest.predictProba(X).every((shares) => shares[forest.classes.indexOf("wrong")] === 0)).toBe(true);
});
