import { describe, expect, test } from "vitest";

import { RandomForestClassifier, RandomForestRegressor } from "../../../src/ml/ensemble.ts";
import { DecisionTreeClassifier, DecisionTreeRegressor } from "../../../src/ml/tree.ts";

const X = [
  [1, 2],
  [3, 4],
  [5, 6],
];
const y = [0, 1, 1];

const all = [
  { name: "DecisionTreeClassifier", Estimator: DecisionTreeClassifier },
  { name: "DecisionTreeRegressor", Estimator: DecisionTreeRegressor },
  { name: "RandomForestClassifier", Estimator: RandomForestClassifier },
  { name: "RandomForestRegressor", Estimator: RandomForestRegressor },
];

describe.each(all)("$name refuses", ({ name, Estimator }) => {
  /** What a caller in plain JavaScript might pass. */
  const tryFit = (options: object, ...rows: unknown[]) => {
    // @ts-expect-error: the point is what happens when the types are not kept
    return new Estimator(options).fit(...(rows.length > 0 ? rows : [X, y]));
  };

  test.each([
    [{ maxDepth: 0 }, "a whole number maxDepth ≥ 1, got 0."],
    [{ maxDepth: 1.5 }, "a whole number maxDepth ≥ 1, got 1.5."],
    [{ maxLeafNodes: 1 }, "a whole number maxLeafNodes ≥ 2, got 1."],
    [
      { minSamplesSplit: 1.5 },
      "a whole number minSamplesSplit ≥ 2, or a share of the rows between 0 and 1, got 1.5.",
    ],
    [
      { minSamplesSplit: 0 },
      "a whole number minSamplesSplit ≥ 2, or a share of the rows between 0 and 1, got 0.",
    ],
    [
      { minSamplesLeaf: 0 },
      "a whole number minSamplesLeaf ≥ 1, or a share of the rows between 0 and 1, got 0.",
    ],
    [
      { minSamplesLeaf: "2" },
      'a whole number minSamplesLeaf ≥ 1, or a share of the rows between 0 and 1, got "2".',
    ],
    [{ minImpurityDecrease: -0.1 }, "a finite minImpurityDecrease ≥ 0, got -0.1."],
    [{ minImpurityDecrease: Number.NaN }, "a finite minImpurityDecrease ≥ 0, got NaN."],
    [
      { maxFeatures: 3 },
      'maxFeatures as a whole number from 2 to the 2 features, a share up to 1, "sqrt" or "log2", got 3.',
    ],
    [
      { maxFeatures: "auto" },
      'maxFeatures as a whole number from 2 to the 2 features, a share up to 1, "sqrt" or "log2", got "auto".',
    ],
  ])("%o", (options, message) => {
    expect(() => tryFit(options)).toThrow(new RangeError(`${name}.fit needs ${message}`));
  });

  test("another criterion", () => {
    expect(() => tryFit({ criterion: "mse" })).toThrow(/as criterion, got "mse"\.$/);
  });

  test("a seed that is none", () => {
    expect(() => tryFit({ randomState: -1 })).toThrow(/randomState ≥ 0, got -1/);
  });

  test("NaN, ragged rows and targets that are too few", () => {
    expect(() => tryFit({}, [[Number.NaN]], [1])).toThrow(
      `${name}.fit needs finite numbers, got NaN in row 0, column 0 (both count from 0).`,
    );
    expect(() => tryFit({}, [[1], [1, 2]], [1, 2])).toThrow(/rows of equal length/);
    expect(() => tryFit({}, X, [1, 2])).toThrow(/one target for each row, got 3 rows and 2 targets/);
    expect(() => tryFit({}, X, [1, Number.NaN, 2])).toThrow(/got NaN at index 1/);
  });

  test("sample weights that are negative, missing or all 0", () => {
    expect(() => tryFit({}, X, y, [1, -1, 1])).toThrow(/sampleWeight, got -1 at index 1/);
    expect(() => tryFit({}, X, y, [1, 1])).toThrow(RangeError);
    expect(() => tryFit({}, X, y, [1e200, 1, 1])).toThrow(/finite and above 0, got 1e\+200/);
    expect(() => tryFit({}, X, y, [1e-200, 0, 0])).toThrow(/finite and above 0, got 1e-200/);
    const hole = [1, 1, 1];
    delete hole[1];
    expect(() => tryFit({}, X, y, hole)).toThrow(/sampleWeight, got undefined at index 1/);
    expect(() => tryFit({}, X, y, [0, 0, 0])).toThrow(/a sum whose square is finite and above 0, got 0/);
  });

  test("questions before fit", () => {
    const unfitted = new Estimator();
    expect(() => unfitted.predict(X)).toThrow(new RegExp(`^${name}.predict needs a fitted estimator`));
    expect(() => unfitted.score(X, y)).toThrow(TypeError);
    expect(() => unfitted.featureImportances).toThrow(
      new RegExp(`^${name}.featureImportances needs a fitted estimator`),
    );
  });

  test("rows of another width than in fit, and keeps what it learned when a later fit is refused", () => {
    const fitted = new Estimator().fit(X, y);
    expect(() => fitted.predict([[1]])).toThrow(`${name}.predict needs rows of 2 values, as in fit, got 1.`);
    const before = fitted.predict(X);
    expect(() => fitted.fit([], [])).toThrow(RangeError);
    expect(fitted.predict(X)).toEqual(before);
  });
});

test.each([DecisionTreeClassifier, RandomForestClassifier])(
  "%o refuses classWeight for no class",
  (Classifier) => {
    const tryFit = (classWeight: object) =>
      new Classifier<number>({ classWeight: { ...classWeight } }).fit(X, y);
    expect(() => tryFit({ 7: 1 })).toThrow(RangeError);
    expect(() => tryFit({ 0: -1 })).toThrow(RangeError);
    expect(() => tryFit({ 0: 0, 1: 0 })).toThrow(/needs a row whose class has a weight above 0/);
  },
);

test.each([DecisionTreeRegressor, RandomForestRegressor])(
  "%o refuses targets whose squares overflow",
  (Regressor) => {
    expect(() => new Regressor().fit(X, [1e200, -1e200, 0])).toThrow(
      /needs targets whose squared distances add up to a finite number, got some from -1e\+200 to 1e\+200/,
    );
  },
);

describe("a forest refuses", () => {
  test("an out-of-bag score without a bootstrap, or one that was not asked for", () => {
    expect(() => new RandomForestClassifier({ bootstrap: false, oobScore: true }).fit(X, y)).toThrow(
      /needs bootstrap: true for oobScore/,
    );
    const forest = new RandomForestRegressor({ nEstimators: 2 }).fit(X, y);
    expect(() => forest.getOobScore()).toThrow(/needs the option oobScore: true, got false/);
    expect(() => forest.oobPrediction).toThrow(/needs the option oobScore: true, got false/);
  });

  test("no trees, and an out-of-bag score that no row can give", () => {
    expect(() => new RandomForestClassifier({ nEstimators: 0 }).fit(X, y)).toThrow(/nEstimators ≥ 1, got 0/);
    expect(() => new RandomForestClassifier({ oobScore: true }).fit([[1]], [1])).toThrow(
      /needs two rows or more that some tree has not seen, for oobScore, got 0/,
    );
  });
});
