/**
 * You look for the first late row and cut the table there, as if the rows stood in order of time. They need not: what was filed late stands
 * further down.
 * Next: with times 3, 1, 2 and the cut at 2, on which side is row 1?
 */
import type { Split } from "../solution.ts";

export { groupSplit, randomFrom, splitRows, stratifiedSplit } from "../solution.ts";

export function timeSplit(times: number[], cut: number): Split {
  const rows = times.map((_, i) => i);
  const first = times.findIndex((time) => time >= cut);
  return { train: rows.slice(0, first), test: rows.slice(first) };
}
