import { checkCount } from "../check-input.ts";
import type { Label } from "../labels.ts";
import type { DecisionTree } from "./decision-tree.ts";
import { DecisionTreeClassifier } from "./decision-tree-classifier.ts";
import { featureNamesOf } from "./export-text.ts";
import { depths, gainAt } from "./flat-tree.ts";
import { classShares, largestClass } from "./leaf-classes.ts";

/** A node of a tree with all that is below it, as plain data: what a figure of the tree shows. */
export interface TreeNode {
  /** How many training rows it holds. */
  readonly samples: number;
  readonly impurity: number;
  /** What the tree would predict here: a label, or the mean target. */
  readonly prediction: Label;
  /** The share of each class, `[nClasses]`, where classes are predicted. */
  readonly shares?: readonly number[];
  /** The question, absent in a leaf. Rows with a value of the feature up to the threshold go left. */
  readonly split?: {
    /** Position and name of the feature. */
    readonly feature: number;
    readonly name: string;
    readonly threshold: number;
    /** By how much it lowers the impurity of the node. */
    readonly gain: number;
    readonly left: TreeNode;
    readonly right: TreeNode;
  };
}

/**
 * A fitted tree as nested plain data, the root outermost. Nodes at maxDepth are given as leaves are.
 * @throws {TypeError} before fit
 * @throws {RangeError} when maxDepth is out of its range, or there is not one name for each feature
 * @example exportTree(new DecisionTreeRegressor().fit([[1], [3]], [5, 7])).split?.threshold // 2
 */
export function exportTree(
  decisionTree: DecisionTree,
  options: { readonly featureNames?: readonly string[]; readonly maxDepth?: number } = {},
): TreeNode {
  const { tree } = decisionTree;
  const names = featureNamesOf("exportTree", tree, options.featureNames);
  const maxDepth = options.maxDepth ?? Number.POSITIVE_INFINITY;
  if (maxDepth !== Number.POSITIVE_INFINITY) checkCount("exportTree", "maxDepth", maxDepth, 0);
  const depth = depths(tree);
  const described = descriptionOf(decisionTree);
  const nodes: TreeNode[] = [];
  // Children come after their parents in the arrays: from the last node to the first, both are there when needed.
  for (let node = tree.nNodes - 1; node >= 0; node--) {
    const feature = tree.feature[node]!;
    const left = tree.leftChild[node]!;
    const samples = tree.nNodeSamples[node]!;
    const own = { samples, impurity: tree.impurity[node]!, ...described(node) };
    if (feature < 0 || depth[node]! >= maxDepth) {
      nodes[node] = own;
      continue;
    }
    const question = { feature, name: names[feature]!, threshold: tree.threshold[node]! };
    const children = { left: nodes[left]!, right: nodes[left + 1]! };
    nodes[node] = { ...own, split: { ...question, gain: gainAt(tree, node), ...children } };
  }
  return nodes[0]!;
}

function descriptionOf(
  decisionTree: DecisionTree,
): (node: number) => Pick<TreeNode, "prediction" | "shares"> {
  const { tree } = decisionTree;
  if (!(decisionTree instanceof DecisionTreeClassifier))
    return (node) => ({ prediction: tree.values[node]! });
  const { classes } = decisionTree;
  return (node) => ({ prediction: classes[largestClass(tree, node)]!, shares: classShares(tree, node) });
}
