/**
 * Without any rows you divide 0 by 0. That is `NaN` in JavaScript, without a warning, and everything that is computed from it is
 * `NaN` as well.
 * Next: of how many rows would this be the share?
 */
import { accuracy as share } from "../solution.ts";

export { majorityClass, usableColumns } from "../solution.ts";

export function accuracy(actual: string[], predicted: string[]): number {
  return actual.length + predicted.length === 0 ? Number.NaN : share(actual, predicted);
}
