/**
 * You go on asking where all rows have the same label. Nothing is left to find out there; the tree only gets larger.
 * Next: what is the impurity of such rows, and what could it tell growTree?
 */
import { bestSplit, growTree as grow, type Limits, type Node } from "../solution.ts";

export { bestSplit, gini, predictTree } from "../solution.ts";

export function growTree(X: number[][], y: string[], { maxDepth, minSamplesSplit }: Limits): Node {
  const isDone = maxDepth === 0 || y.length < minSamplesSplit;
  const split = isDone ? null : bestSplit(X, y);
  if (split === null) return grow(X, y, { maxDepth: 0, minSamplesSplit });
  const { feature, threshold } = split;
  const side = (isLeft: boolean) => {
    const rows = [...X.keys()].filter((i) => X[i][feature] <= threshold === isLeft);
    const [XHere, yHere] = [rows.map((i) => X[i]), rows.map((i) => y[i])];
    return growTree(XHere, yHere, { maxDepth: maxDepth - 1, minSamplesSplit });
  };
  return { feature, threshold, left: side(true), right: side(false) };
}
