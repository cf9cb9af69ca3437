/**
 * A grown tree as arrays over its nodes, `[nNodes]` each, the root first. Arrays of numbers lie side by side in
 * memory, where objects that point at each other do not: walking down a tree is mostly waiting for memory.
 */
export interface FlatTree {
  readonly nNodes: number;
  /** How many columns the rows have that it was grown from. */
  readonly nFeatures: number;
  /** How many numbers `values` holds for each node: one for each class, or one. */
  readonly nValues: number;
  /** The feature that a node asks about, or -1 in a leaf. */
  readonly feature: Int32Array;
  /** Rows with a value of the feature up to the threshold go to the left child; 0 in a leaf. */
  readonly threshold: Float64Array;
  /** The left child, or -1 in a leaf. The right child is always the next node after the left one. */
  readonly leftChild: Int32Array;
  readonly impurity: Float64Array;
  /** How many training rows the node holds, and the sum of their weights. */
  readonly nNodeSamples: Int32Array;
  readonly weight: Float64Array;
  /** The weight of each class in each node, or the mean target of each node, `[nNodes × nValues]`. */
  readonly values: Float64Array;
}

/** Whether a node asks nothing. */
export function isLeaf({ feature }: FlatTree, node: number): boolean {
  return feature[node]! < 0;
}

/** How many questions lead to each node, `[nNodes]`; 0 for the root. */
export function depths({ nNodes, leftChild }: FlatTree): Int32Array {
  const depth = new Int32Array(nNodes);
  // Children come after their parents, so one pass down the arrays is enough.
  for (let node = 0; node < nNodes; node++) {
    const left = leftChild[node]!;
    if (left < 0) continue;
    depth[left] = depth[node]! + 1;
    depth[left + 1] = depth[node]! + 1;
  }
  return depth;
}

/** By how much a node's split lowers the impurity, 0 in a leaf. */
export function gainAt({ leftChild, impurity, weight }: FlatTree, node: number): number {
  const left = leftChild[node]!;
  if (left < 0) return 0;
  const after = weight[left]! * impurity[left]! + weight[left + 1]! * impurity[left + 1]!;
  return Math.max(0, impurity[node]! - after / weight[node]!);
}

/**
 * The share of each feature in all that the splits lower the impurity by, each weighed by the rows it is asked of,
 * `[nFeatures]`. They add up to 1, or are all 0 where no split lowers it.
 * @see https://scikit-learn.org/stable/modules/ensemble.html#feature-importance-evaluation
 */
export function featureImportances(tree: FlatTree): number[] {
  const importances = new Array<number>(tree.nFeatures).fill(0);
  for (let node = 0; node < tree.nNodes; node++) {
    if (!isLeaf(tree, node)) importances[tree.feature[node]!]! += tree.weight[node]! * gainAt(tree, node);
  }
  return shares(importances);
}

/** Each number as a share of their sum; as they are where that is 0. */
export function shares(values: readonly number[]): number[] {
  const sum = values.reduce((total, value) => total + value, 0);
  return sum > 0 ? values.map((value) => value / sum) : [...values];
}
