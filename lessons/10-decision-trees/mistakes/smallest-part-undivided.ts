/**
 * You make a leaf of a node that has just as many rows as minSamplesSplit. Those are enough to divide; only with fewer it ends.
 * Next: with minSamplesSplit 2, should two rows with different labels be divided?
 */
import { growTree as grow, type Limits, type Node } from "../solution.ts";

export { bestSplit, gini, predictTree } from "../solution.ts";

export function growTree(X: number[][], y: string[], limits: Limits): Node {
  return grow(X, y, { ...limits, minSamplesSplit: limits.minSamplesSplit + 1 });
}
