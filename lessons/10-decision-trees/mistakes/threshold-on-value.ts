/**
 * Your threshold is a value of the column, the last one on the left side. The rows you have are divided the same way; but a new row
 * only just above that value goes right, though it lies next to a row that went left.
 * Next: between the last value on the left and the first on the right, which place favours neither?
 */
import { type Split, bestSplit as search } from "../solution.ts";

export { gini, growTree, predictTree } from "../solution.ts";

export function bestSplit(X: number[][], y: string[]): Split | null {
  const best = search(X, y);
  if (best === null) return null;
  const values = X.map((row) => row[best.feature]);
  return { ...best, threshold: Math.max(...values.filter((value) => value <= best.threshold)) };
}
