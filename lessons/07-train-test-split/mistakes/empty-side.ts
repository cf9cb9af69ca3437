/**
 * With few rows your rounding leaves a side empty. A tenth of 3 rows rounds to no row at all, and a score over no rows is no score.
 * Next: what is the smallest test that can say anything, and the largest that leaves something to learn from?
 */
import { randomFrom, type Split } from "../solution.ts";

export { groupSplit, randomFrom, stratifiedSplit, timeSplit } from "../solution.ts";

export function splitRows(nRows: number, testFraction: number, seed: number): Split {
  const rows = randomFrom(seed).shuffle(Array.from({ length: nRows }, (_, i) => i));
  const nTest = Math.round(nRows * testFraction);
  return { train: rows.slice(nTest), test: rows.slice(0, nTest) };
}
