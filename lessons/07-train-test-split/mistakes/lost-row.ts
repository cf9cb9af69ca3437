/**
 * You lose the row at the cut: it is neither in train nor in test. `slice(from, to)` leaves out `to` itself, so the next slice
 * begins at that same number.
 * Next: which rows are slice(0, 2) and slice(3) of a list of five, and which is in neither?
 */
import { randomFrom, type Split } from "../solution.ts";

export { groupSplit, randomFrom, stratifiedSplit, timeSplit } from "../solution.ts";

export function splitRows(nRows: number, testFraction: number, seed: number): Split {
  const rows = randomFrom(seed).shuffle(Array.from({ length: nRows }, (_, i) => i));
  const nTest = Math.min(nRows - 1, Math.max(1, Math.round(nRows * testFraction)));
  return { train: rows.slice(nTest + 1), test: rows.slice(0, nTest) };
}
