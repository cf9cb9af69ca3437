import fc from "fast-check";
import { expect, test } from "vitest";

import { decisionTree, drawFigure, type TreeFigure, type TreeNode } from "../../src/figures/index.ts";
import { DecisionTreeClassifier, DecisionTreeRegressor, exportTree } from "../../src/ml/tree.ts";

const words = { title: "A tree" };
const age: TreeNode = {
  feature: "age",
  threshold: 9.5,
  left: { label: "child" },
  right: { feature: 1, threshold: 3, left: { label: "adult" }, right: { label: "child" } },
};
const linesOf = (figure: TreeFigure, width = 60) => drawFigure(figure, { width }).split("\n");

/** A tree that asks at each node down to a depth. */
function fullTree(depth: number): TreeNode {
  if (depth === 0) return { prediction: 0 };
  return { feature: 0, threshold: depth, left: fullTree(depth - 1), right: fullTree(depth - 1) };
}

test("a plain tree of a learner's own is drawn as questions with their yes and no", () => {
  expect(linesOf(decisionTree(age, { ...words, names: ["class", "siblings"] }))).toEqual([
    "A tree",
    "● adult   + child",
    "age ≤ 9.5?",
    "├ yes: + child",
    "└ no:  siblings ≤ 3?",
    "  ├ yes: ● adult",
    "  └ no:  + child",
  ]);
});

test("a fitted classifier shows rows, impurity and gain as hand-worked", () => {
  const model = new DecisionTreeClassifier().fit([[1], [2], [5], [6]], ["a", "b", "b", "b"]);
  // Gini of 1 a and 3 b is 1 − 1/16 − 9/16 = 0.375; the split at 1.5 leaves none of it.
  expect(linesOf(decisionTree(exportTree(model, { featureNames: ["size"] }), words)).slice(1)).toEqual([
    "● a   + b",
    "             rows  impurity   gain  ● +",
    "size ≤ 1.5?     4     0.375  0.375  1 3  ●●●+++++++++",
    "├ yes: ● a      1     0             1 0  ●●●●●●●●●●●●",
    "└ no:  + b      3     0             0 3  ++++++++++++",
  ]);
});

test("a regression tree shows numbers and no classes", () => {
  const model = new DecisionTreeRegressor().fit([[1], [3]], [5, 7.25]);
  const figure = decisionTree(exportTree(model), words);
  expect(figure.spec.usermeta.classes).toEqual([]);
  expect(figure.spec.data.values.map(({ prediction }) => prediction)).toEqual(["6.125", "5", "7.25"]);
});

test("given names of classes stand for numbers", () => {
  const tree = { feature: 0, threshold: 1, left: { prediction: 0 }, right: { prediction: 1 } };
  const figure = decisionTree(tree, { ...words, classes: ["no", "yes"] });
  expect(figure.spec.data.values.map(({ prediction }) => prediction)).toEqual(["", "no", "yes"]);
});

test("a threshold keeps the digits that say where a row goes", () => {
  const tree = { feature: "proline", threshold: 755.5, left: { label: "a" }, right: { label: "b" } };
  expect(decisionTree(tree, words).spec.data.values[0]?.question).toBe("proline ≤ 755.5");
});

test("of a large tree the nodes nearest to the root are drawn, and each cut says what is below it", () => {
  const { spec, notes } = decisionTree(fullTree(6), words);
  expect(notes).toEqual(["Drawn: the 31 nodes nearest to the root, of 127 nodes."]);
  expect(spec.data.values.map(({ depth }) => depth).filter((depth) => depth === 4)).toHaveLength(16);
  for (const { depth, below } of spec.data.values) expect(below).toBe(depth === 4 ? 6 : 0);
});

test("drawn nodes and those below them are all the nodes, however few are drawn", () => {
  fc.assert(
    fc.property(treeOf(5), fc.integer({ min: 1, max: 40 }), (tree, most) => {
      const rows = decisionTree(tree, { ...words, most }).spec.data.values;
      expect(rows.length).toBeLessThanOrEqual(most);
      expect(rows.reduce((sum, { below }) => sum + 1 + below, 0)).toBe(nodesIn(tree));
    }),
  );
});

test("no two boxes touch, and each question stands halfway between its branches", () => {
  fc.assert(
    fc.property(treeOf(6), (tree) => {
      const rows = decisionTree(tree, { ...words, most: 200 }).spec.data.values;
      const touching = rows.flatMap((a, i) =>
        rows.slice(i + 1).filter((b) => a.x === b.x && Math.abs(a.y - b.y) <= 26),
      );
      expect(touching).toEqual([]);
      for (const [i, { question, depth, y }] of rows.entries()) {
        if (question === "") continue;
        const after = rows.slice(i + 1);
        const [yes, no] = [after[0], after.find((row) => row.depth === depth + 1 && row.branch === "no")];
        expect(((yes?.y ?? 0) + (no?.y ?? 0)) / 2).toBe(y);
      }
    }),
  );
});

test("a tree that is deeper than a line can show is cut where the line ends, and says so", () => {
  let chain: TreeNode = { prediction: 0 };
  for (let i = 0; i < 50; i++) chain = { feature: i, threshold: i, left: { prediction: i }, right: chain };
  const lines = linesOf(decisionTree(chain, { ...words, most: 101 }), 40);
  expect(lines.at(-1)).toBe("              └ no:  (… 84 nodes below)");
});

test("a tree that asks nothing is a single node, and says so", () => {
  expect(linesOf(decisionTree({ prediction: 3 }, words))).toEqual([
    "A tree",
    "3",
    "The tree asks nothing: it has a single node.",
  ]);
});

test("of more than ten classes nine are told apart and each node still names its own", () => {
  const shares = Array.from({ length: 100 }, (_, i) => (i + 1) / 5050);
  const only = (place: number) => shares.map((_, i) => (i === place ? 1 : 0));
  const classes = shares.map((_, i) => `class ${i}`);
  const tree = { shares, feature: 0, threshold: 0, left: { shares: only(99) }, right: { shares: only(3) } };
  const { spec } = decisionTree(tree, { ...words, classes });
  expect(spec.usermeta.classes).toEqual([...classes.slice(91), "91 other classes"]);
  expect(spec.data.values.map(({ prediction, colour }) => [prediction, colour])).toEqual([
    ["class 99", 8],
    ["class 99", 8],
    ["class 3", 9],
  ]);
});

test.each([
  [{ feature: 0, threshold: 1, left: { label: "a" } }, "needs feature, threshold, left and right"],
  [{ samples: 3 }, "needs a prediction or a label in each leaf, got { samples }"],
])("%o is refused", (tree, message) => {
  expect(() => decisionTree(tree, words)).toThrow(TypeError);
  expect(() => decisionTree(tree, words)).toThrow(message);
});

test("a tree that contains itself, too few names of classes and a senseless most are refused", () => {
  const loop: { feature: number; threshold: number; left: TreeNode; right?: TreeNode } = {
    feature: 0,
    threshold: 0,
    left: { prediction: 1 },
  };
  loop.right = loop;
  expect(() => decisionTree(loop, words)).toThrow("does it contain itself?");
  expect(() => decisionTree({ shares: [0.5, 0.5] }, { ...words, classes: ["a"] })).toThrow(
    new RangeError("decisionTree needs a name for each of 2 classes, got 1."),
  );
  expect(() => decisionTree(age, { ...words, most: 0 })).toThrow(RangeError);
});

function treeOf(depth: number): fc.Arbitrary<TreeNode> {
  const leaf = fc.record({ label: fc.constantFrom("a", "b", "c") });
  if (depth === 0) return leaf;
  const below = treeOf(depth - 1);
  const question = fc.record({ feature: fc.nat(3), threshold: fc.double(), left: below, right: below });
  return fc.oneof({ weight: 1, arbitrary: leaf }, { weight: 3, arbitrary: question });
}

function nodesIn({ left, right }: TreeNode): number {
  return left === undefined || right === undefined ? 1 : 1 + nodesIn(left) + nodesIn(right);
}
