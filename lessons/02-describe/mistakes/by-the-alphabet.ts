/**
 * You count rightly, and then sort by the values instead of by their counts.
 * Next: which of the two entries of a pair decides where the pair stands?
 */
import { frequencies as count } from "../solution.ts";

export { describe, quantile } from "../solution.ts";

export function frequencies(values: string[]): [string, number][] {
  return count(values).toSorted(([one], [other]) => (one < other ? -1 : 1));
}
