/**
 * You draw from all rows at once and never look at the labels. Large classes come out about right; a rare one may have twice its share in
 * the test, or no row at all.
 * Next: what would you do if each class were a table of its own?
 */
import { type Split, splitRows } from "../solution.ts";

export { groupSplit, randomFrom, splitRows, timeSplit } from "../solution.ts";

export function stratifiedSplit(labels: string[], testFraction: number, seed: number): Split {
  return splitRows(labels.length, testFraction, seed);
}
