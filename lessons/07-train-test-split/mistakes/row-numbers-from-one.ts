/**
 * You count the rows from 1. Row 0 is never seen, and the last number names a row that isn't there.
 * Next: what are the numbers of the first and the last row of a table of 4?
 */
import { randomFrom, type Split } from "../solution.ts";

export { groupSplit, randomFrom, stratifiedSplit, timeSplit } from "../solution.ts";

export function splitRows(nRows: number, testFraction: number, seed: number): Split {
  const rows = randomFrom(seed).shuffle(Array.from({ length: nRows }, (_, i) => i + 1));
  const nTest = Math.min(nRows - 1, Math.max(1, Math.round(nRows * testFraction)));
  return { train: rows.slice(nTest), test: rows.slice(0, nTest) };
}
