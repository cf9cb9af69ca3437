/**
 * Your leaf takes the label of its first row. Where several classes are left in a leaf, that is chance: sort the rows in another way, and
 * the tree says something else.
 * Next: which label is right for as many of the leaf's rows as possible?
 */
import { growTree as grow, isLeaf, type Limits, type Node } from "../solution.ts";

export { bestSplit, gini, predictTree } from "../solution.ts";

export function growTree(X: number[][], y: string[], limits: Limits): Node {
  return withFirstLabels(grow(X, y, limits), X, y);
}

function withFirstLabels(node: Node, X: number[][], y: string[]): Node {
  if (isLeaf(node)) return { label: y[0] };
  const isLeft = X.map((row) => row[node.feature] <= node.threshold);
  const side = (child: Node, left: boolean) =>
    withFirstLabels(
      child,
      X.filter((_, i) => isLeft[i] === left),
      y.filter((_, i) => isLeft[i] === left),
    );
  return { ...node, left: side(node.left, true), right: side(node.right, false) };
}
