/**
 * You write into the rows that you were given. They belong to whoever called you, and what was typed is gone from
 * there too: nobody can look up any more what a cell said before it was put right.
 * Next: how do you make a copy of a row that differs in one cell?
 */
import type { Row } from "../solution.ts";

export { dropDuplicates, parseHeight, rowsOf, tableOf } from "../solution.ts";

export function fixCodes(rows: Row[], column: string, allowed: string[]): Row[] {
  const codes = new Map(allowed.map((code) => [code.toLowerCase(), code]));
  for (const row of rows) row[column] = codes.get(String(row[column]).trim().toLowerCase()) ?? null;
  return rows;
}
