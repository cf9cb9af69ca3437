/**
 * You give how many predictions are right. Ninety right ones are good out of a hundred and bad out of a thousand; a share can
 * be compared.
 * Next: right out of how many?
 */
import { accuracy as share } from "../solution.ts";

export { majorityClass, usableColumns } from "../solution.ts";

export function accuracy(actual: string[], predicted: string[]): number {
  return Math.round(share(actual, predicted) * actual.length);
}
