/**
 * A row whose number equals the threshold goes right in your tree. The question is “at most?”, so it belongs to the left, where it went
 * when the tree was grown.
 * Next: is 2 at most 2?
 */
import { isLeaf, type Node } from "../solution.ts";

export { bestSplit, gini, growTree } from "../solution.ts";

export function predictTree(tree: Node, X: number[][]): string[] {
  return X.map((row) => {
    let node = tree;
    while (!isLeaf(node)) node = row[node.feature] < node.threshold ? node.left : node.right;
    return node.label;
  });
}
