/**
 * You take the first rows of each class, whatever the seed. The shares are right, but within a class the table's order still
 * decides, and the first rows may be the oldest, or those of one place.
 * Next: what happens to the rows of a class before you cut them in two?
 */
import type { Split } from "../solution.ts";

export { groupSplit, randomFrom, splitRows, timeSplit } from "../solution.ts";

export function stratifiedSplit(labels: string[], testFraction: number): Split {
  const parts = [...new Set(labels)].map((name) => {
    const rows = labels.flatMap((label, i) => (label === name ? [i] : []));
    const nTest = Math.min(rows.length - 1, Math.max(1, Math.round(rows.length * testFraction)));
    return { train: rows.slice(nTest), test: rows.slice(0, nTest) };
  });
  return { train: parts.flatMap(({ train }) => train), test: parts.flatMap(({ test }) => test) };
}
