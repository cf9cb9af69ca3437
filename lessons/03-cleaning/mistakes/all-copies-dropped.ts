/**
 * You drop every row that has a double, the first one too. What happened twice in the table happened at least once:
 * one of them has to stay.
 * Next: how many rows must be left of a, b, a?
 */
import type { Row } from "../solution.ts";

export { fixCodes, parseHeight, rowsOf, tableOf } from "../solution.ts";

export function dropDuplicates(rows: Row[]): Row[] {
  const texts = rows.map((row) => JSON.stringify(Object.values(row)));
  return rows.filter((_, i) => texts.indexOf(texts[i]) === texts.lastIndexOf(texts[i]));
}
