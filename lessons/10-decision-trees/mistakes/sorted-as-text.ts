/**
 * `sort()` without a comparison sorts numbers as if they were words, 10 before 9. Neighbours in that order are no neighbours, and
 * the rows that you count on the left are not those below the threshold.
 * Next: what does [9, 10, 11].sort() give?
 */
import { type Split, bestSplit as search } from "../solution.ts";

export { gini, growTree, predictTree } from "../solution.ts";

export function bestSplit(X: number[][], y: string[]): Split | null {
  const distinct = X[0].map((_, j) => [...new Set(X.map((row) => row[j]))].sort());
  const places = distinct.map((values) => new Map(values.map((value, place) => [value, place])));
  const best = search(
    X.map((row) => row.map((value, j) => places[j].get(value) ?? 0)),
    y,
  );
  if (best === null) return null;
  const place = Math.floor(best.threshold);
  const values = distinct[best.feature];
  return { ...best, threshold: (values[place] + (values[place + 1] ?? values[place])) / 2 };
}
