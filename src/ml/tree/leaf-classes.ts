import type { FlatTree } from "./flat-tree.ts";

/** The share of each class in the weight of a node, `[nClasses]`. */
export function classShares({ values, nValues, weight }: FlatTree, node: number): number[] {
  const shares: number[] = [];
  for (let k = 0; k < nValues; k++) shares.push(values[node * nValues + k]! / weight[node]!);
  return shares;
}

/** The class with the largest weight in a node, the first of them where several are equal. */
export function largestClass({ values, nValues }: FlatTree, node: number): number {
  const first = node * nValues;
  let largest = 0;
  for (let k = 1; k < nValues; k++) if (values[first + k]! > values[first + largest]!) largest = k;
  return largest;
}
