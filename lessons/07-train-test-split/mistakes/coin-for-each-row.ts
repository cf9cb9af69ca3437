/**
 * You toss a coin for every row. On average the test gets its share; in this split it got more or less, and with few rows it
 * may get none.
 * Next: how can you know the size of the test before you draw?
 */
import { randomFrom, type Split } from "../solution.ts";

export { groupSplit, randomFrom, stratifiedSplit, timeSplit } from "../solution.ts";

export function splitRows(nRows: number, testFraction: number, seed: number): Split {
  const random = randomFrom(seed);
  const isTest = Array.from({ length: nRows }, () => random.uniform() < testFraction);
  const rows = Array.from({ length: nRows }, (_, i) => i);
  return { train: rows.filter((i) => !isTest[i]), test: rows.filter((i) => isTest[i]) };
}
