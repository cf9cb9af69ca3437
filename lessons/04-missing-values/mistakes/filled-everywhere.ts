/**
 * You put the fill value into every row of the column, also where a value was known. What was measured is lost.
 * Next: which cells of the column were gaps, and which have you written to?
 */
import type { Imputer, Row } from "../solution.ts";
import { impute as apply } from "../solution.ts";

export { fitImputer, markGaps } from "../solution.ts";

export function impute(imputer: Imputer, rows: Row[]): Row[] {
  return apply(imputer, rows).map((row) => ({ ...row, ...imputer.fill }));
}
