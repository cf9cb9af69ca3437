/**
 * You leave a code that is not allowed as it is. Then the column still holds what nobody can explain, and a model will
 * learn from it as if it meant something.
 * Next: what should a cell say whose meaning is not known?
 */
import type { Row } from "../solution.ts";

export { dropDuplicates, parseHeight, rowsOf, tableOf } from "../solution.ts";

export function fixCodes(rows: Row[], column: string, allowed: string[]): Row[] {
  const codes = new Map(allowed.map((code) => [code.toLowerCase(), code]));
  return rows.map((row) => {
    const cell = row[column];
    return {
      ...row,
      [column]: cell === null ? null : (codes.get(String(cell).trim().toLowerCase()) ?? cell),
    };
  });
}
