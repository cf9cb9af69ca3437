/**
 * Your training side has all rows, those of the test among them. The model meets its exam questions beforehand, and a model that
 * only remembers gets full marks.
 * Next: take the test's rows away from the others before you return both.
 */
import { randomFrom, type Split } from "../solution.ts";

export { groupSplit, randomFrom, stratifiedSplit, timeSplit } from "../solution.ts";

export function splitRows(nRows: number, testFraction: number, seed: number): Split {
  const rows = Array.from({ length: nRows }, (_, i) => i);
  const nTest = Math.min(nRows - 1, Math.max(1, Math.round(nRows * testFraction)));
  return { train: rows, test: randomFrom(seed).shuffle(rows).slice(0, nTest) };
}
