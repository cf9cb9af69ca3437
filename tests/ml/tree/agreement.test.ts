import { describe, expect, test } from "vitest";

import {
  DecisionTreeClassifier,
  type DecisionTreeClassifierOptions,
  DecisionTreeRegressor,
  type DecisionTreeRegressorOptions,
  exportText,
  exportTree,
} from "../../../src/ml/tree.ts";
import fixture from "../../fixtures/ml/tree.json" with { type: "json" };
import { expectClose, frozen } from "../expect-close.ts";

/** What scikit-learn's trees agree on, whatever their seed; the rest is left to chance and not compared. */
interface Expected {
  rootImpurity: number;
  rootGain: number | null;
  scores: number[];
  answers?: number[] | number[][];
  featureImportances?: number[];
  nLeaves?: number;
  texts?: (string | null)[];
}

function expectAgreement(
  tree: DecisionTreeClassifier<number> | DecisionTreeRegressor,
  expected: Expected,
  unit: number,
): void {
  const root = exportTree(tree);
  expectClose(root.impurity / unit, expected.rootImpurity / unit);
  expect(root.split === undefined).toBe(expected.rootGain === null);
  expectClose((root.split?.gain ?? 0) / unit, (expected.rootGain ?? 0) / unit);
  if (expected.featureImportances) expectClose([...tree.featureImportances], expected.featureImportances);
  if (expected.nLeaves) expect(tree.getNLeaves()).toBe(expected.nLeaves);
}

function expectScore(score: number, [least = 0, most = 0]: number[]): void {
  expect(score).toBeGreaterThanOrEqual(least - 1e-9);
  expect(score).toBeLessThanOrEqual(most + 1e-9);
}

function expectTexts(
  tree: DecisionTreeClassifier<number> | DecisionTreeRegressor,
  [whole, brief]: (string | null)[],
) {
  if (whole) expect(exportText(tree)).toBe(whole);
  const featureNames = Array.from({ length: tree.tree.nFeatures }, (_, j) => `column ${j}`);
  const options = { featureNames, maxDepth: 1, spacing: 2, decimals: 3, showWeights: true };
  expect(exportText(tree, options)).toBe(brief);
}

describe.each(fixture.classifiers)("agrees with scikit-learn on classes: $name", (table) => {
  const X = frozen(table.X);
  const y = Object.freeze(table.y);

  test.each(table.cases.map((expected, i) => ({ i, expected })))("case $i", ({ expected }) => {
    const options = expected.options as DecisionTreeClassifierOptions<number>;
    const tree = new DecisionTreeClassifier<number>(options);
    tree.fit(X, y, expected.weighted ? Object.freeze(table.sampleWeight) : undefined);
    expectAgreement(tree, expected as Expected, 1);
    expectScore(tree.score(X, y), expected.scores);
    if ("answers" in expected) expectClose(tree.predictProba(table.queries), expected.answers ?? []);
    if ("texts" in expected && expected.texts) expectTexts(tree, expected.texts);
  });
});

describe.each(fixture.regressors)("agrees with scikit-learn on numbers: $name", (table) => {
  const X = frozen(table.X);
  const y = Object.freeze(table.y);

  test.each(table.cases.map((expected, i) => ({ i, expected })))("case $i", ({ expected }) => {
    const tree = new DecisionTreeRegressor(expected.options as DecisionTreeRegressorOptions);
    tree.fit(X, y, expected.weighted ? Object.freeze(table.sampleWeight) : undefined);
    // scikit-learn loses digits in the impurity of targets far from zero, as mean square less square of the mean.
    expectAgreement(tree, expected as Expected, Math.max(...y.map((target) => target ** 2)));
    if (y.length > 1) expectScore(tree.score(X, y), expected.scores);
    if ("answers" in expected) expectClose(tree.predict(table.queries), expected.answers ?? []);
    if ("texts" in expected && expected.texts) expectTexts(tree, expected.texts);
  });
});
