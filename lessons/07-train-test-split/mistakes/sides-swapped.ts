/**
 * You give the share to the wrong side: testFraction of the rows go to train, and the test gets all others.
 * Next: with 100 rows and a testFraction of a quarter, on how many should the model learn?
 */
import { randomFrom, type Split } from "../solution.ts";

export { groupSplit, randomFrom, stratifiedSplit, timeSplit } from "../solution.ts";

export function splitRows(nRows: number, testFraction: number, seed: number): Split {
  const rows = randomFrom(seed).shuffle(Array.from({ length: nRows }, (_, i) => i));
  const nTrain = Math.min(nRows - 1, Math.max(1, Math.round(nRows * testFraction)));
  return { train: rows.slice(0, nTrain), test: rows.slice(nTrain) };
}
