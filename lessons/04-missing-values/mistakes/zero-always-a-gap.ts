/**
 * You make a gap of every value that JavaScript takes for false: 0, an empty text, false. In one column 0 means that
 * nobody measured; in another it means a lot without a basement, or an aircraft that stood still. The codes say which
 * values are meant, and nothing else does.
 * Next: which values did the caller name, and which others have you changed?
 */
import type { Row } from "../solution.ts";

export { fitImputer, impute } from "../solution.ts";

export function markGaps(rows: Row[], column: string, codes: (number | string)[]): Row[] {
  return rows.map((row) =>
    row[column] && !codes.includes(row[column] as number) ? row : { ...row, [column]: null },
  );
}
