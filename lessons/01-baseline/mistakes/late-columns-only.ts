/**
 * Your condition is the wrong way round: you keep the columns that are known only afterwards, and leave out those that a
 * prediction may use.
 * Next: for which value of `knownBefore` should a column stay?
 */
import type { Column } from "../solution.ts";

export { accuracy, majorityClass } from "../solution.ts";

export function usableColumns(columns: Column[]): string[] {
  return columns.filter(({ knownBefore }) => !knownBefore).map(({ name }) => name);
}
