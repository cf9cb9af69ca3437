import { checkIndices } from "../cells.ts";

/**
 * The rows at the given indices, in the order of the indices; the rows themselves are not copied.
 * @throws {RangeError} when an index is not the position of a row
 * @example takeRows(["a", "b", "c"], [2, 0]) // ["c", "a"]
 */
export function takeRows<T>(rows: readonly T[], indices: readonly number[]): T[] {
  checkIndices("takeRows", indices, rows.length);
  return indices.map((i) => rows[i]!);
}
