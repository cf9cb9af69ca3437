/**
 * You take every column, whether it is known before the outcome or not. A model then learns from cells that will be blank on the
 * day it is used: it shines on past cases and is lost on new ones.
 * Next: which property of a column says whether a prediction may look at it?
 */
import type { Column } from "../solution.ts";

export { accuracy, majorityClass } from "../solution.ts";

export function usableColumns(columns: Column[]): string[] {
  return columns.map(({ name }) => name);
}
