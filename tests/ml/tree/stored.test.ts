import { describe, expect, test } from "vitest";

import { RandomForestClassifier, RandomForestRegressor } from "../../../src/ml/ensemble.ts";
import { DecisionTreeClassifier, DecisionTreeRegressor } from "../../../src/ml/tree.ts";

const X = Array.from({ length: 40 }, (_, i) => [Math.sin(i), (i * 7) % 11, -0, i < 3 ? 1e300 : -1e-300]);
const y = X.map(([first = 0], i) => (first > 0 ? 1 : 0) + (i % 2));

const all = [
  {
    name: "DecisionTreeClassifier",
    make: () =>
      new DecisionTreeClassifier<number>({
        criterion: "entropy",
        maxDepth: 3,
        maxLeafNodes: 5,
        classWeight: { 0: 2, 1: 0.5 },
      }),
    read: DecisionTreeClassifier.fromJSON,
  },
  {
    name: "DecisionTreeRegressor",
    make: () => new DecisionTreeRegressor({ maxFeatures: "sqrt", randomState: 3, minSamplesLeaf: 0.1 }),
    read: DecisionTreeRegressor.fromJSON,
  },
  {
    name: "RandomForestClassifier",
    make: () =>
      new RandomForestClassifier<number>({ nEstimators: 4, oobScore: true, classWeight: "balanced" }),
    read: RandomForestClassifier.fromJSON,
  },
  {
    name: "RandomForestRegressor",
    make: () => new RandomForestRegressor({ nEstimators: 3, oobScore: true, bootstrap: true }),
    read: RandomForestRegressor.fromJSON,
  },
];

describe.each(all)("$name", ({ name, make, read }) => {
  const fitted = make().fit(X, y);
  const text = JSON.stringify(fitted);

  test("written down and read back predicts the same and is written down the same", () => {
    const back = read(JSON.parse(text));
    expect(back.predict(X)).toEqual(fitted.predict(X));
    expect(back.featureImportances).toEqual(fitted.featureImportances);
    expect(JSON.stringify(back)).toBe(text);
    if ("predictProba" in back && "predictProba" in fitted) {
      expect(back.predictProba(X)).toEqual(fitted.predictProba(X));
    }
    if ("getOobScore" in back && "getOobScore" in fitted) {
      expect(back.getOobScore()).toBe(fitted.getOobScore());
    }
  });

  test("keeps its options, also before fit", () => {
    const unfitted = make();
    const back = read(JSON.parse(JSON.stringify(unfitted)));
    expect(() => back.predict(X)).toThrow(/needs a fitted estimator/);
    expect(JSON.stringify(back)).toBe(JSON.stringify(unfitted));
    expect(JSON.stringify(back.fit(X, y))).toBe(text);
  });

  test("refuses what another class wrote, or nothing did", () => {
    const message = new RegExp(`^${name}.fromJSON needs`);
    for (const json of [null, 1, [], {}, { ...JSON.parse(text), estimator: "Ridge" }]) {
      expect(() => read(json)).toThrow(message);
    }
  });

  test.each([
    ["a walk in a circle", "leftChild", (left: number[]) => left.map((child) => (child > 0 ? 0 : child))],
    [
      "a child that is not there",
      "leftChild",
      (left: number[]) => left.map((c) => (c > 0 ? left.length - 1 : c)),
    ],
    ["a question about no feature", "feature", (feature: number[]) => feature.map((j) => (j >= 0 ? 4 : j))],
    ["half a feature", "feature", (feature: number[]) => feature.map((j) => (j >= 0 ? 0.5 : j))],
    ["a leaf that asks", "feature", (feature: number[]) => feature.map(() => 0)],
    ["nodes of no weight", "weight", (weight: number[]) => weight.map(() => 0)],
    ["a threshold that is not finite", "threshold", (threshold: number[]) => threshold.map(() => "NaN")],
    ["values that are too few", "values", (values: number[]) => values.slice(1)],
    ["no nodes", "feature", () => []],
  ])("refuses a tree with %s", (_, field, change) => {
    const json = JSON.parse(text);
    const tree = json.learned.tree ?? json.learned.trees[1];
    tree[field] = change(tree[field]);
    expect(() => read(json)).toThrow(new RegExp(`^${name}.fromJSON needs`));
  });
});

test("a classifier without classes is refused", () => {
  const json = JSON.parse(JSON.stringify(new DecisionTreeClassifier<number>().fit([[1]], [1])));
  json.learned.classes = [];
  json.learned.tree.values = [];
  json.learned.tree.nValues = 0;
  expect(() => DecisionTreeClassifier.fromJSON(json)).toThrow(/needs a tree with nValues = 1, got 0/);
});

test("a forest refuses no trees, and trees of different widths", () => {
  const json = JSON.parse(JSON.stringify(new RandomForestRegressor({ nEstimators: 2 }).fit(X, y)));
  json.learned.trees[1].nFeatures = 5;
  expect(() => RandomForestRegressor.fromJSON(json)).toThrow(
    "RandomForestRegressor.fromJSON needs trees of one width, got 4 features in tree 0 and 5 in tree 1.",
  );
  json.learned.trees = [];
  expect(() => RandomForestRegressor.fromJSON(json)).toThrow(
    "RandomForestRegressor.fromJSON needs at least one tree, got none.",
  );
});
