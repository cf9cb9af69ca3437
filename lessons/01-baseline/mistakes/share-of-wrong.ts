/**
 * You give the share of predictions that are wrong. That is the error rate, and the better the model, the smaller it is.
 * Next: which pairs do you count, the equal or the unequal ones?
 */
import { accuracy as share } from "../solution.ts";

export { majorityClass, usableColumns } from "../solution.ts";

export function accuracy(actual: string[], predicted: string[]): number {
  return 1 - share(actual, predicted);
}
