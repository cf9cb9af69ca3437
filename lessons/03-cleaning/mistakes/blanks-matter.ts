/**
 * You look past capitals, but not past blanks before and after a code. They can't be seen on the screen, and they make
 * "WD " another word than "WD".
 * Next: how long is the text "Minor ", and how long the code that it should be?
 */
import type { Row } from "../solution.ts";

export { dropDuplicates, parseHeight, rowsOf, tableOf } from "../solution.ts";

export function fixCodes(rows: Row[], column: string, allowed: string[]): Row[] {
  const codes = new Map(allowed.map((code) => [code.toLowerCase(), code]));
  return rows.map((row) => ({ ...row, [column]: codes.get(String(row[column]).toLowerCase()) ?? null }));
}
