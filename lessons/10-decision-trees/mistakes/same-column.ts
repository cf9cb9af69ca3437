/**
 * You look the row's number up once, for the question at the top, and take the same number to all questions below. Each question has
 * a column of its own.
 * Next: which column does the second question name?
 */
import { isLeaf, type Node } from "../solution.ts";

export { bestSplit, gini, growTree } from "../solution.ts";

export function predictTree(tree: Node, X: number[][]): string[] {
  return X.map((row) => {
    let node = tree;
    const value = isLeaf(node) ? 0 : row[node.feature];
    while (!isLeaf(node)) node = value <= node.threshold ? node.left : node.right;
    return node.label;
  });
}
