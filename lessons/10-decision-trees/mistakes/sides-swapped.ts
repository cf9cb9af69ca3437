/**
 * You send a row left when its number is above the threshold. Left is the side of “yes, at most”.
 * Next: with the threshold 2, on which side does the number 1 belong?
 */
import { isLeaf, type Node } from "../solution.ts";

export { bestSplit, gini, growTree } from "../solution.ts";

export function predictTree(tree: Node, X: number[][]): string[] {
  return X.map((row) => {
    let node = tree;
    while (!isLeaf(node)) node = row[node.feature] > node.threshold ? node.left : node.right;
    return node.label;
  });
}
