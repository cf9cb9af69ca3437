/**
 * You sort the times and return places in the sorted list. Those are not row numbers: place 0 is the earliest time, wherever in the table
 * its row stands.
 * Next: with times 3, 1, 2, which row holds the earliest time?
 */
import type { Split } from "../solution.ts";

export { groupSplit, randomFrom, splitRows, stratifiedSplit } from "../solution.ts";

export function timeSplit(times: number[], cut: number): Split {
  const sorted = times.toSorted((one, other) => one - other);
  const rows = sorted.map((_, i) => i);
  return { train: rows.filter((i) => sorted[i] < cut), test: rows.filter((i) => sorted[i] >= cut) };
}
