/**
 * Your tree has one level more than maxDepth allows. maxDepth counts questions on the way down: with 0 there is none, only a leaf.
 * Next: how many questions may a row meet when maxDepth is 1?
 */
import { growTree as grow, type Limits, type Node } from "../solution.ts";

export { bestSplit, gini, predictTree } from "../solution.ts";

export function growTree(X: number[][], y: string[], limits: Limits): Node {
  return grow(X, y, { ...limits, maxDepth: limits.maxDepth + 1 });
}
