/**
 * You write a word of your own, such as "Unknown", where a code is not allowed. To every program that comes later this
 * is one more code. A gap is null: that is what programs look for when they count what is missing.
 * Next: how would somebody count the gaps in your column?
 */
import type { Row } from "../solution.ts";
import { fixCodes as fix } from "../solution.ts";

export { dropDuplicates, parseHeight, rowsOf, tableOf } from "../solution.ts";

export function fixCodes(rows: Row[], column: string, allowed: string[]): Row[] {
  return fix(rows, column, allowed).map((row) => ({ ...row, [column]: row[column] ?? "Unknown" }));
}
