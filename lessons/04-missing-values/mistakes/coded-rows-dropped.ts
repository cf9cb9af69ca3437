/**
 * You leave out the rows whose value stands for a gap. It is one cell that is not known: the row and all its other
 * cells stay.
 * Next: how many rows come in, and how many must come out?
 */
import type { Row } from "../solution.ts";

export { fitImputer, impute } from "../solution.ts";

export function markGaps(rows: Row[], column: string, codes: (number | string)[]): Row[] {
  return rows.filter((row) => !codes.some((code) => code === row[column]));
}
