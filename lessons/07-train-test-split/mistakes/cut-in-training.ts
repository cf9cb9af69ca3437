/**
 * A row at the very cut goes to your training rows. The test begins at the cut: if the cut is 2001, all of 2001 is the future.
 * Next: which comparison is true for a time that equals the cut?
 */
import type { Split } from "../solution.ts";

export { groupSplit, randomFrom, splitRows, stratifiedSplit } from "../solution.ts";

export function timeSplit(times: number[], cut: number): Split {
  const rows = times.map((_, i) => i);
  return { train: rows.filter((i) => times[i] <= cut), test: rows.filter((i) => times[i] > cut) };
}
