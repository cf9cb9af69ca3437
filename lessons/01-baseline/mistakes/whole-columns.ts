/**
 * You keep the right columns, but give them back whole, with `name` and `knownBefore`. What is asked for is their names.
 * Next: what turns a list of columns into a list of texts?
 */
import type { Column } from "../solution.ts";

export { accuracy, majorityClass } from "../solution.ts";

export function usableColumns(columns: Column[]): unknown {
  return columns.filter(({ knownBefore }) => knownBefore);
}
