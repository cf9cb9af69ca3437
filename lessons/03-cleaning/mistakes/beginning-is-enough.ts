/**
 * You accept a cell that only begins like an allowed code, or the other way round. So "M" becomes one of the codes
 * with M, by luck, and an empty cell begins like all of them.
 * Next: which allowed codes begin with the text of this cell, and how do you know which one was meant?
 */
import type { Row } from "../solution.ts";

export { dropDuplicates, parseHeight, rowsOf, tableOf } from "../solution.ts";

export function fixCodes(rows: Row[], column: string, allowed: string[]): Row[] {
  return rows.map((row) => {
    const key = String(row[column] ?? "?")
      .trim()
      .toLowerCase();
    const code = allowed.find(
      (code) => code.toLowerCase().startsWith(key) || key.startsWith(code.toLowerCase()),
    );
    return { ...row, [column]: code ?? null };
  });
}
