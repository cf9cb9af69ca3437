/**
 * For an empty list of labels you give `undefined`. It looks like an answer, and a program goes on with it until something far
 * away breaks.
 * Next: what should stand in the first line of the function, before anything is counted?
 */
import { majorityClass as count } from "../solution.ts";

export { accuracy, usableColumns } from "../solution.ts";

export function majorityClass(labels: string[]): string | undefined {
  return labels.length === 0 ? undefined : count(labels);
}
