import { formatNumber } from "./numbers.ts";

/** A class, or a number that is predicted. */
export type Prediction = string | number | boolean;

/** A question to a row; rows with a value of the feature up to the threshold go left. */
export interface TreeSplit {
  /** Position or name of the feature. */
  readonly feature: number | string;
  readonly name?: string | undefined;
  readonly threshold: number;
  /** By how much the question lowers the impurity. */
  readonly gain?: number | undefined;
  readonly left: TreeNode;
  readonly right: TreeNode;
}

/**
 * A node with all that is below it: what `exportTree` of groundwork/tree gives, or a plain tree of
 * `{ feature, threshold, left, right }` and `{ prediction }` or `{ label }`.
 */
export interface TreeNode extends Partial<TreeSplit> {
  readonly prediction?: Prediction | undefined;
  readonly label?: Prediction | undefined;
  /** How many training rows it holds. */
  readonly samples?: number | undefined;
  readonly impurity?: number | undefined;
  /** The share of each class. */
  readonly shares?: readonly number[] | undefined;
  readonly split?: TreeSplit | undefined;
}

/** A node that is drawn, and what of the tree around it is. */
export interface PlacedNode {
  readonly node: TreeNode;
  /** Absent in a leaf. */
  readonly split: TreeSplit | undefined;
  readonly depth: number;
  readonly branch: "yes" | "no" | "";
  /** Absent if they are not drawn. */
  children?: readonly [PlacedNode, PlacedNode];
}

/** A tree with more nodes is taken for one that leads back to itself. */
const MOST_NODES = 1_000_000;

/**
 * The nodes nearest to the root, at most so many, both children of a node or none.
 *
 * @throws TypeError if a node is neither a question with two branches nor an answer
 */
export function nearestNodes(root: TreeNode, most: number): PlacedNode {
  const top: PlacedNode = { node: root, split: splitOf(root), depth: 0, branch: "" };
  const queue = [top];
  for (const placed of queue) {
    const { split, depth } = placed;
    if (split === undefined || queue.length + 2 > most) continue;
    const child = (node: TreeNode, branch: "yes" | "no"): PlacedNode => ({
      node,
      split: splitOf(node),
      depth: depth + 1,
      branch,
    });
    placed.children = [child(split.left, "yes"), child(split.right, "no")];
    queue.push(...placed.children);
  }
  return top;
}

/** A node and all that is drawn below it, the yes of each question before its no. */
export function inReadingOrder(top: PlacedNode): PlacedNode[] {
  const order: PlacedNode[] = [];
  const waiting = [top];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    order.push(next);
    if (next.children !== undefined) waiting.push(next.children[1], next.children[0]);
  }
  return order;
}

/**
 * How many nodes lie below one.
 *
 * @throws RangeError if the tree leads back to itself
 */
export function countBelow(node: TreeNode): number {
  let count = -1;
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    count++;
    if (count > MOST_NODES)
      throw new RangeError(
        `decisionTree needs a tree, got over ${MOST_NODES} nodes: does it contain itself?`,
      );
    const split = splitOf(next);
    if (split !== undefined) waiting.push(split.left, split.right);
  }
  return count;
}

/** The question as a reader sees it, with enough digits that no row would go the other way. */
export function questionOf({ feature, name, threshold }: TreeSplit, names: readonly string[] = []): string {
  const given = typeof feature === "number" ? (names[feature] ?? name) : (name ?? feature);
  return `${given ?? `feature ${feature}`} ≤ ${formatNumber(threshold, 5)}`;
}

function splitOf(node: unknown): TreeSplit | undefined {
  if (!isNode(node)) throw new TypeError(`decisionTree needs a tree of objects, got ${String(node)} in it.`);
  const { feature, name, threshold, gain, left, right } = node.split ?? node;
  if (left === undefined && right === undefined) return answered(node);
  const isAsked = feature !== undefined && threshold !== undefined;
  if (isAsked && isNode(left) && isNode(right)) return { feature, name, threshold, gain, left, right };
  throw new TypeError(
    `decisionTree needs feature, threshold, left and right in each question, got ${keysOf(node.split ?? node)}.`,
  );
}

function answered(node: TreeNode): undefined {
  if (node.prediction === undefined && node.label === undefined && node.shares === undefined)
    throw new TypeError(`decisionTree needs a prediction or a label in each leaf, got ${keysOf(node)}.`);
  return undefined;
}

function keysOf(node: object): string {
  return `{ ${Object.keys(node).join(", ")} }`;
}

function isNode(value: unknown): value is TreeNode {
  return typeof value === "object" && value !== null;
}
