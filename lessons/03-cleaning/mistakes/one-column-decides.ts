/**
 * You compare one column only. Rows that agree there may differ in every other cell: they are two things that
 * happened, and not one that was written down twice.
 * Next: do two birds of one size have to be one bird?
 */
import type { Row } from "../solution.ts";

export { fixCodes, parseHeight, rowsOf, tableOf } from "../solution.ts";

export function dropDuplicates(rows: Row[]): Row[] {
  const first = rows.map((row) => Object.values(row)[0]);
  return rows.filter((_, i) => first.indexOf(first[i]) === i);
}
