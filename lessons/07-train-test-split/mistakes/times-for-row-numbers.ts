/**
 * You return times where row numbers are asked for. Whoever takes rows by them takes others, or none at all.
 * Next: with times 1990, 2001, 1995, what are the numbers of the three rows?
 */
import type { Split } from "../solution.ts";

export { groupSplit, randomFrom, splitRows, stratifiedSplit } from "../solution.ts";

export function timeSplit(times: number[], cut: number): Split {
  return { train: times.filter((time) => time < cut), test: times.filter((time) => time >= cut) };
}
