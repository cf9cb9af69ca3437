import type { DenseMatrix } from "../features.ts";
import type { FlatTree } from "./flat-tree.ts";

/** The leaf that each row ends in, `[nSamples]`. */
export function leavesOf(tree: FlatTree, { values, nSamples, nFeatures }: DenseMatrix): Int32Array {
  const leaves = new Int32Array(nSamples);
  for (let i = 0; i < nSamples; i++) leaves[i] = leafOf(tree, values, i * nFeatures);
  return leaves;
}

/** The leaf of the row that begins at the given place of `values`. */
export function leafOf(
  { feature, threshold, leftChild }: FlatTree,
  values: Float64Array,
  row: number,
): number {
  let node = 0;
  for (let asked = feature[0]!; asked >= 0; asked = feature[node]!) {
    const left = leftChild[node]!;
    node = values[row + asked]! <= threshold[node]! ? left : left + 1;
  }
  return node;
}

/** What a list holds for each of some nodes. */
export function valuesAt<T>(ofNode: ArrayLike<T>, nodes: Int32Array): T[] {
  const values: T[] = [];
  for (let i = 0; i < nodes.length; i++) values.push(ofNode[nodes[i]!]!);
  return values;
}
