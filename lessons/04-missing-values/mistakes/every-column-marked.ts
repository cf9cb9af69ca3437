/**
 * You look for the codes in every column. A 0 that stands for a missing width is a true 0 in the column of fireplaces:
 * what a value means depends on its column.
 * Next: which column was named, and in which others have cells changed?
 */
import type { Row } from "../solution.ts";

export { fitImputer, impute } from "../solution.ts";

export function markGaps(rows: Row[], _column: string, codes: (number | string)[]): Row[] {
  const mark = (cell: Row[string]) => (codes.some((code) => code === cell) ? null : cell);
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, mark(cell)])));
}
