import { checkCount, shown } from "../check-input.ts";
import type { DecisionTree } from "./decision-tree.ts";
import { DecisionTreeClassifier } from "./decision-tree-classifier.ts";
import { fixedPoint } from "./fixed-point.ts";
import { type FlatTree, isLeaf } from "./flat-tree.ts";
import { largestClass } from "./leaf-classes.ts";

/** How a tree is written out. */
export interface ExportTextOptions {
  /** A name for each feature, `[nFeatures]`. Default feature_0, feature_1, … */
  readonly featureNames?: readonly string[];
  /** Below this depth, a branch is only said to be there. Default 10. */
  readonly maxDepth?: number;
  /** How many columns a level is indented by. Default 3. */
  readonly spacing?: number;
  /** How many digits follow the point. Default 2. */
  readonly decimals?: number;
  /** Whether the leaves of a classifier show the weight of each class. Default false. */
  readonly showWeights?: boolean;
}

/**
 * A fitted tree as text, a line for each answer and each leaf, in the form of scikit-learn's export_text.
 * @throws {TypeError} before fit
 * @throws {RangeError} when an option is out of its range, or there is not one name for each feature
 * @example
 * exportText(tree, { featureNames: ["width", "length"] });
 * // |--- width <= 0.80
 * // |   |--- class: setosa
 * // |--- width >  0.80
 * // |   |--- class: virginica
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.tree.export_text.html
 */
export function exportText(decisionTree: DecisionTree, options: ExportTextOptions = {}): string {
  const { maxDepth = 10, spacing = 3, decimals = 2, showWeights = false } = options;
  checkCount("exportText", "maxDepth", maxDepth, 0);
  checkCount("exportText", "spacing", spacing, 1);
  checkCount("exportText", "decimals", decimals, 0);
  const { tree } = decisionTree;
  const names = featureNamesOf("exportText", tree, options.featureNames);
  const heights = heightsOf(tree);
  const leaf = leafText(decisionTree, decimals, showWeights);
  // What is still to be written, the next on top: a stack of our own, since a tree may be deeper than the call stack.
  const waiting: { depth: number; node: number; question: string }[] = [{ depth: -1, node: 0, question: "" }];
  let text = "";
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { depth, node, question } = next;
    const bar = `|${" ".repeat(spacing)}`;
    const lineStart = (level: number) => `${bar.repeat(level)}|${"-".repeat(spacing)} `;
    if (question !== "") text += `${lineStart(depth)}${question}\n`;
    if (isLeaf(tree, node)) {
      text += `${lineStart(depth + 1)}${leaf(node)}\n`;
    } else if (depth >= maxDepth) {
      text += `${lineStart(depth + 1)}truncated branch of depth ${heights[node]! + 1}\n`;
    } else {
      const name = names[tree.feature[node]!]!;
      const threshold = fixedPoint(tree.threshold[node]!, decimals);
      const left = tree.leftChild[node]!;
      waiting.push({ depth: depth + 1, node: left + 1, question: `${name} >  ${threshold}` });
      waiting.push({ depth: depth + 1, node: left, question: `${name} <= ${threshold}` });
    }
  }
  return text;
}

/**
 * A name for each feature of a tree: the given ones, or feature_0, feature_1, …
 * @throws {RangeError} when there is not one for each
 */
export function featureNamesOf(
  who: string,
  { nFeatures }: FlatTree,
  featureNames: readonly string[] | undefined,
): readonly string[] {
  if (featureNames === undefined) return Array.from({ length: nFeatures }, (_, j) => `feature_${j}`);
  if (featureNames.length === nFeatures) return featureNames;
  throw new RangeError(`${who} needs ${nFeatures} featureNames, got ${shown(featureNames.length)}.`);
}

/** What a leaf says. */
function leafText(
  decisionTree: DecisionTree,
  decimals: number,
  showWeights: boolean,
): (node: number) => string {
  const { tree } = decisionTree;
  const numbers = (node: number) => {
    const values = tree.values.subarray(node * tree.nValues, (node + 1) * tree.nValues);
    return `[${Array.from(values, (value) => fixedPoint(value, decimals)).join(", ")}]`;
  };
  if (!(decisionTree instanceof DecisionTreeClassifier)) return (node) => `value: ${numbers(node)}`;
  const { classes } = decisionTree;
  const label = (node: number) => `class: ${classes[largestClass(tree, node)]}`;
  return showWeights ? (node) => `weights: ${numbers(node)} ${label(node)}` : label;
}

/** How many questions lie between each node and the deepest leaf below it, `[nNodes]`. */
function heightsOf({ nNodes, leftChild }: FlatTree): Int32Array {
  const heights = new Int32Array(nNodes);
  for (let node = nNodes - 1; node >= 0; node--) {
    const left = leftChild[node]!;
    if (left >= 0) heights[node] = 1 + Math.max(heights[left]!, heights[left + 1]!);
  }
  return heights;
}
