/**
 * Without any rows you give 0, which says: every prediction was wrong. Nobody predicted anything.
 * Next: could a reader of your 0 tell a bad model from an empty file?
 */
import { accuracy as share } from "../solution.ts";

export { majorityClass, usableColumns } from "../solution.ts";

export function accuracy(actual: string[], predicted: string[]): number {
  return actual.length + predicted.length === 0 ? 0 : share(actual, predicted);
}
