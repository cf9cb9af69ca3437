/**
 * You keep the groups whole, but always put the first ones of the table into the test, whatever the seed.
 * Next: what decides which groups are tested, and where does the seed come in?
 */
import type { Split } from "../solution.ts";

export { randomFrom, splitRows, stratifiedSplit, timeSplit } from "../solution.ts";

export function groupSplit(groups: string[], testFraction: number): Split {
  const names = [...new Set(groups)];
  const nTest = Math.min(names.length - 1, Math.max(1, Math.round(names.length * testFraction)));
  const inTest = new Set(names.slice(0, nTest));
  const rows = groups.map((_, i) => i);
  return {
    train: rows.filter((i) => !inTest.has(groups[i])),
    test: rows.filter((i) => inTest.has(groups[i])),
  };
}
