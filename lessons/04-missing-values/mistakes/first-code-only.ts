/**
 * You look at the first code of the list alone. Tables that were put together from several have several: 0 in one
 * year, 9999 in the next.
 * Next: how many codes does the list hold, and how many of them do you compare with?
 */
import type { Row } from "../solution.ts";

export { fitImputer, impute } from "../solution.ts";

export function markGaps(rows: Row[], column: string, codes: (number | string)[]): Row[] {
  return rows.map((row) => (row[column] === codes[0] ? { ...row, [column]: null } : row));
}
