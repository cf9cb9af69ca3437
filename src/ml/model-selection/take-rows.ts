import { shown } from "../check-input.ts";

/**
 * The rows at the given indices, in the order of the indices; the rows themselves are not copied.
 * @throws {RangeError} when an index is not the position of a row
 * @example takeRows(["a", "b", "c"], [2, 0]) // ["c", "a"]
 */
export function takeRows<T>(rows: readonly T[], indices: readonly number[]): T[] {
  return indices.map((i) => {
    if (!Number.isSafeInteger(i) || i < 0 || i >= rows.length) {
      throw new RangeError(`takeRows needs indices from 0 to ${rows.length - 1}, got ${shown(i)}.`);
    }
    return rows[i]!;
  });
}
