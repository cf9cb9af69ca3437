/**
 * You divide the rows, but hand all of them on to both sides. So each side finds the question that was just asked, and asks it again,
 * until maxDepth puts an end to it.
 * Next: which rows can a node on the left still get to see?
 */
import { bestSplit, gini, growTree as grow, type Limits, type Node } from "../solution.ts";

export { bestSplit, gini, predictTree } from "../solution.ts";

export function growTree(X: number[][], y: string[], { maxDepth, minSamplesSplit }: Limits): Node {
  const isDone = maxDepth === 0 || y.length < minSamplesSplit || gini(y) === 0;
  const split = isDone ? null : bestSplit(X, y);
  if (split === null) return grow(X, y, { maxDepth: 0, minSamplesSplit });
  const { feature, threshold } = split;
  const side = () => growTree(X, y, { maxDepth: maxDepth - 1, minSamplesSplit });
  return { feature, threshold, left: side(), right: side() };
}
