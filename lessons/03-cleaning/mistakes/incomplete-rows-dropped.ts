/**
 * You drop every row that has a gap. The other cells of that row are as good as any, and rows with gaps are seldom
 * like the rest: who drops them, drops a certain kind of case.
 * Next: which rows did the caller ask you to leave out, and is a gap one of the reasons?
 */
import type { Row } from "../solution.ts";
import { dropDuplicates as drop } from "../solution.ts";

export { fixCodes, parseHeight, rowsOf, tableOf } from "../solution.ts";

export function dropDuplicates(rows: Row[]): Row[] {
  return drop(rows).filter((row) => !Object.values(row).includes(null));
}
