/**
 * You run the cells of a row together into one text. Then "B-7" and "37" are the same as "B-" and "737", and a gap may
 * be the same as a word: where one cell ends and the next begins is lost.
 * Next: which text of a row still says where each cell ends, and which of them are gaps?
 */
import type { Row } from "../solution.ts";

export { fixCodes, parseHeight, rowsOf, tableOf } from "../solution.ts";

export function dropDuplicates(rows: Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const text = Object.values(row).join("");
    return !seen.has(text) && seen.add(text) === seen;
  });
}
