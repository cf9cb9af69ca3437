/**
 * You start anew with each column, so the best question of the last column is what remains, whatever the columns before it had to offer.
 * Next: where does the best question so far have to be kept, so that all columns compete?
 */
import { type Split, bestSplit as search } from "../solution.ts";

export { gini, growTree, predictTree } from "../solution.ts";

export function bestSplit(X: number[][], y: string[]): Split | null {
  let best: Split | null = null;
  for (const feature of X[0].keys()) {
    const inColumn = search(
      X.map((row) => [row[feature]]),
      y,
    );
    if (inColumn !== null) best = { ...inColumn, feature };
  }
  return best;
}
