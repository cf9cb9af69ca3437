/**
 * You give a percentage, from 0 to 100. Libraries give accuracy from 0 to 1, and whoever compares your number with theirs
 * is off by a factor of a hundred.
 * Next: what is the accuracy when every prediction is right?
 */
import { accuracy as share } from "../solution.ts";

export { majorityClass, usableColumns } from "../solution.ts";

export function accuracy(actual: string[], predicted: string[]): number {
  return share(actual, predicted) * 100;
}
