/**
 * You put the rows themselves into a set, or compare them with ===. To JavaScript two objects are equal only if they
 * are one and the same object; what they hold is not looked at. So no row ever repeats another.
 * Next: what does `{ a: 1 } === { a: 1 }` give, and what could you compare in its place?
 */
import type { Row } from "../solution.ts";

export { fixCodes, parseHeight, rowsOf, tableOf } from "../solution.ts";

export function dropDuplicates(rows: Row[]): Row[] {
  return [...new Set(rows)];
}
