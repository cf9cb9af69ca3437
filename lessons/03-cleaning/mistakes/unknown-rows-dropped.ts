/**
 * You drop the rows whose code is not allowed. All their other cells are lost with it, and nobody who reads the table
 * later can see that they were ever there. One cell is not known: one cell becomes a gap.
 * Next: how many rows come in, and how many must come out?
 */
import type { Row } from "../solution.ts";
import { fixCodes as fix } from "../solution.ts";

export { dropDuplicates, parseHeight, rowsOf, tableOf } from "../solution.ts";

export function fixCodes(rows: Row[], column: string, allowed: string[]): Row[] {
  return fix(rows, column, allowed).filter((row) => row[column] !== null);
}
