/**
 * You trim the blanks, but compare with capitals and all: "minor" is not "Minor" to you. To whoever typed it, it was.
 * Next: what could you do to both sides before you compare them?
 */
import type { Row } from "../solution.ts";

export { dropDuplicates, parseHeight, rowsOf, tableOf } from "../solution.ts";

export function fixCodes(rows: Row[], column: string, allowed: string[]): Row[] {
  return rows.map((row) => {
    const cell = String(row[column]).trim();
    return { ...row, [column]: allowed.includes(cell) ? cell : null };
  });
}
