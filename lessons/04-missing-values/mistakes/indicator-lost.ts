/**
 * You fill the gaps and leave no trace of them. That a value was missing is often the most that is known about a row,
 * and from now on nobody can tell a measured 140 from one that you put in.
 * Next: how would a model find out which values were made up?
 */
import type { Imputer, Row } from "../solution.ts";

export { fitImputer, markGaps } from "../solution.ts";

export function impute(imputer: Imputer, rows: Row[]): Row[] {
  return rows.map((row) => {
    const fills = Object.entries(imputer.fill).map(([name, value]) => [name, row[name] ?? value]);
    return { ...row, ...Object.fromEntries(fills) };
  });
}
