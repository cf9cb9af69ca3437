/**
 * You use a seed of your own instead of the one that you are given, so every split is the same split. Nobody can then ask how much of a
 * score was luck, by drawing again.
 * Next: which argument of yours is never read?
 */
import { randomFrom, type Split } from "../solution.ts";

export { groupSplit, randomFrom, stratifiedSplit, timeSplit } from "../solution.ts";

export function splitRows(nRows: number, testFraction: number): Split {
  const rows = randomFrom(42).shuffle(Array.from({ length: nRows }, (_, i) => i));
  const nTest = Math.min(nRows - 1, Math.max(1, Math.round(nRows * testFraction)));
  return { train: rows.slice(nTest), test: rows.slice(0, nTest) };
}
