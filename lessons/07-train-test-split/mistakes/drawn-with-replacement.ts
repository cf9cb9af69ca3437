/**
 * You draw each test row from all rows, so the same row can be drawn twice. The test is then smaller than it looks, and what
 * it says twice counts double.
 * Next: how do you deal cards so that nobody can get the same card twice?
 */
import { randomFrom, type Split } from "../solution.ts";

export { groupSplit, randomFrom, stratifiedSplit, timeSplit } from "../solution.ts";

export function splitRows(nRows: number, testFraction: number, seed: number): Split {
  const random = randomFrom(seed);
  const nTest = Math.min(nRows - 1, Math.max(1, Math.round(nRows * testFraction)));
  const test = Array.from({ length: nTest }, () => random.integer(0, nRows));
  const rows = Array.from({ length: nRows }, (_, i) => i);
  return { train: rows.filter((i) => !test.includes(i)), test };
}
