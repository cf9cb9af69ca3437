/**
 * You give the right names in another order: sorted, not as they stand in the table. Whoever lays your list beside the table's columns
 * then takes one column for another.
 * Next: in which order do the names come out when you only leave some of them away?
 */
import { type Column, usableColumns as usable } from "../solution.ts";

export { accuracy, majorityClass } from "../solution.ts";

export function usableColumns(columns: Column[]): string[] {
  return usable(columns).toSorted();
}
