/**
 * You add an indicator only if these very rows have a gap in that column. Training rows and test rows then come out
 * with different columns, and a single new row with fewer than the model was taught.
 * Next: which columns must a table without gaps have after imputing?
 */
import type { Imputer, Row } from "../solution.ts";
import { impute as apply } from "../solution.ts";

export { fitImputer, markGaps } from "../solution.ts";

export function impute(imputer: Imputer, rows: Row[]): Row[] {
  const complete = Object.keys(imputer.fill).filter((name) => rows.every((row) => row[name] !== null));
  const unneeded = complete.map((name) => `${name} was missing`);
  return apply(imputer, rows).map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !unneeded.includes(name))),
  );
}
