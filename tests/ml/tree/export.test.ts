import { expect, test } from "vitest";

import { fixedPoint } from "../../../src/ml/tree/fixed-point.ts";
import {
  DecisionTreeClassifier,
  DecisionTreeRegressor,
  exportText,
  exportTree,
} from "../../../src/ml/tree.ts";

const X = [
  [1, 5],
  [2, 5],
  [3, 5],
  [4, 9],
];
const y = ["no", "no", "yes", "no"];

test("a tree of classes as nested data holds questions, shares and gains, worked by hand", () => {
  const classifier = new DecisionTreeClassifier<string>().fit(X, y);
  // Gini impurity of 3 against 1: 1 - 9/16 - 1/16. Either first cut of column 0 leaves two pure parts or less; the best
  // gain is that of 2.5: 3/8 - 2/4 × 0 - 2/4 × 1/2.
  const leaf = { impurity: 0, shares: [1, 0], prediction: "no" };
  expect(exportTree(classifier, { featureNames: ["age", "size"] })).toEqual({
    samples: 4,
    impurity: 3 / 8,
    prediction: "no",
    shares: [3 / 4, 1 / 4],
    split: {
      feature: 0,
      name: "age",
      threshold: 2.5,
      gain: 1 / 8,
      left: { samples: 2, ...leaf },
      right: {
        samples: 2,
        impurity: 1 / 2,
        prediction: "no",
        shares: [1 / 2, 1 / 2],
        split: {
          feature: 0,
          name: "age",
          threshold: 3.5,
          gain: 1 / 2,
          left: { samples: 1, impurity: 0, shares: [0, 1], prediction: "yes" },
          right: { samples: 1, ...leaf },
        },
      },
    },
  });
});

test("a tree of numbers as nested data ends at maxDepth", () => {
  const regressor = new DecisionTreeRegressor().fit([[1], [2], [5]], [0, 6, 12]);
  const root = { samples: 3, impurity: 24, prediction: 6 };
  expect(exportTree(regressor, { maxDepth: 0 })).toEqual(root);
  const { split } = exportTree(regressor, { maxDepth: 1 });
  expect(split).toEqual({
    feature: 0,
    name: "feature_0",
    threshold: 1.5,
    gain: 18,
    left: { samples: 1, impurity: 0, prediction: 0 },
    right: { samples: 2, impurity: 9, prediction: 9 },
  });
});

test("text names labels, features and what lies below the depth that is shown", () => {
  const classifier = new DecisionTreeClassifier<string>().fit(X, y);
  expect(exportText(classifier, { featureNames: ["age", "size"], maxDepth: 0 })).toBe(
    "|--- age <= 2.50\n|   |--- class: no\n|--- age >  2.50\n|   |--- truncated branch of depth 2\n",
  );
});

test("a tree deeper than the call stack can be exported", () => {
  const depth = 50_000;
  // A chain: each question cuts one row off, and the node beside that leaf asks the next.
  const nodes = Array.from({ length: 2 * depth + 1 }, (_, node) => node);
  const asks = nodes.map((node) => node % 2 === 0 && node < 2 * depth);
  const tree = {
    nFeatures: 1,
    nValues: 1,
    feature: asks.map((ask) => (ask ? 0 : -1)),
    threshold: nodes,
    leftChild: asks.map((ask, node) => (ask ? node + 1 : -1)),
    impurity: nodes,
    nNodeSamples: nodes.map(() => 1),
    weight: nodes.map(() => 1),
    values: nodes,
  };
  const { options } = new DecisionTreeRegressor().toJSON();
  const chain = DecisionTreeRegressor.fromJSON({
    estimator: "DecisionTreeRegressor",
    options,
    learned: { tree },
  });
  expect(chain.getDepth()).toBe(depth);
  expect(chain.getNLeaves()).toBe(depth + 1);
  let [node, below] = [exportTree(chain), 0];
  for (; node.split !== undefined; node = node.split.right) below += 1;
  expect(below).toBe(depth);
  expect(exportText(chain)).toContain(`truncated branch of depth ${depth - 10}\n`);
});

test.each([
  [0.125, 2, "0.12"],
  [0.375, 2, "0.38"],
  [-0.125, 2, "-0.12"],
  [1.005, 2, "1.00"],
  [2.5, 0, "2"],
  [3.5, 0, "4"],
  [-0.001, 2, "-0.00"],
  [1e21, 1, "1000000000000000000000.0"],
  [-(2 ** 80), 0, "-1208925819614629174706176"],
  [5e-324, 3, "0.000"],
])("%d with %d digits after the point is %s, as in Python", (value, decimals, text) => {
  // python3 -c 'print(["{1:.{0}f}".format(d, v) for v, d in [(0.125, 2), (0.375, 2), …]])'
  expect(fixedPoint(value, decimals)).toBe(text);
});

test("exports refuse trees without a fit, names that do not fit, and options out of range", () => {
  const regressor = new DecisionTreeRegressor();
  expect(() => exportText(regressor)).toThrow(/DecisionTreeRegressor.tree needs a fitted estimator/);
  regressor.fit([[1, 1]], [1]);
  expect(() => exportText(regressor, { featureNames: ["one"] })).toThrow(
    "exportText needs 2 featureNames, got 1.",
  );
  expect(() => exportTree(regressor, { featureNames: [] })).toThrow(
    "exportTree needs 2 featureNames, got 0.",
  );
  expect(() => exportText(regressor, { maxDepth: -1 })).toThrow(/maxDepth ≥ 0, got -1/);
  expect(() => exportText(regressor, { spacing: 0 })).toThrow(/spacing ≥ 1, got 0/);
  expect(() => exportText(regressor, { decimals: 0.5 })).toThrow(/decimals ≥ 0, got 0.5/);
  expect(() => exportTree(regressor, { maxDepth: 0.5 })).toThrow(/maxDepth ≥ 0, got 0.5/);
});
