/**
 * You round a rare class's share down to nothing: a quarter of two rows, less than one, becomes no row. The test can't say anything about the
 * class that is hardest to get right.
 * Next: how many rows of a class of two belong on each side?
 */
import { randomFrom, type Split } from "../solution.ts";

export { groupSplit, randomFrom, splitRows, timeSplit } from "../solution.ts";

export function stratifiedSplit(labels: string[], testFraction: number, seed: number): Split {
  const random = randomFrom(seed);
  const parts = [...new Set(labels)].map((name) => {
    const rows = random.shuffle(labels.flatMap((label, i) => (label === name ? [i] : [])));
    const nTest = Math.floor(rows.length * testFraction);
    return { train: rows.slice(nTest), test: rows.slice(0, nTest) };
  });
  return { train: parts.flatMap(({ train }) => train), test: parts.flatMap(({ test }) => test) };
}
