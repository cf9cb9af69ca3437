/**
 * You sort the list that you were given. `sort` changes the list itself, and whoever called you still holds it: their labels no longer
 * stand beside their rows.
 * Next: what could you sort instead of the list itself?
 */
import { majorityClass as count } from "../solution.ts";

export { accuracy, usableColumns } from "../solution.ts";

export function majorityClass(labels: string[]): string {
  return count(labels.sort());
}
