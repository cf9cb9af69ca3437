/**
 * Your test is always the first rows of the table. Tables are sorted more often than not, by date or by class; then the test
 * holds what training never saw.
 * Next: put the row numbers into random order before you cut. Where does the order come from?
 */
import type { Split } from "../solution.ts";

export { groupSplit, randomFrom, stratifiedSplit, timeSplit } from "../solution.ts";

export function splitRows(nRows: number, testFraction: number): Split {
  const rows = Array.from({ length: nRows }, (_, i) => i);
  const nTest = Math.min(nRows - 1, Math.max(1, Math.round(nRows * testFraction)));
  return { train: rows.slice(nTest), test: rows.slice(0, nTest) };
}
