/**
 * You keep one row of each group, the first, and lose all others: `indexOf` finds a name only where it comes first.
 * Next: which rows belong to a group, and how do you ask every row for its group?
 */
import { type Split, splitRows } from "../solution.ts";

export { randomFrom, splitRows, stratifiedSplit, timeSplit } from "../solution.ts";

export function groupSplit(groups: string[], testFraction: number, seed: number): Split {
  const names = [...new Set(groups)];
  const { train, test } = splitRows(names.length, testFraction, seed);
  const rowOf = (group: number) => groups.indexOf(names[group]);
  return { train: train.map(rowOf), test: test.map(rowOf) };
}
