/**
 * You recognise the codes, but then write your own spelling down, trimmed and in small letters. A column is tidy when
 * it holds the codes as they are allowed, to the letter: all that comes later looks for those.
 * Next: "MINOR" comes in and "Minor" is allowed: what must stand in the cell?
 */
import type { Row } from "../solution.ts";

export { dropDuplicates, parseHeight, rowsOf, tableOf } from "../solution.ts";

export function fixCodes(rows: Row[], column: string, allowed: string[]): Row[] {
  const keys = allowed.map((code) => code.toLowerCase());
  return rows.map((row) => {
    const key = String(row[column]).trim().toLowerCase();
    return { ...row, [column]: keys.includes(key) ? key : null };
  });
}
