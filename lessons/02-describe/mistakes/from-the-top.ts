/**
 * You sort the values from the largest to the smallest, so that share 0 gives the largest. The median is the same from both ends; the
 * quartiles change places.
 * Next: which value should come at share 0?
 */
import { describeWith } from "../describe-with.ts";
import { quantile as find } from "../solution.ts";

export { frequencies } from "../solution.ts";

export function quantile(values: number[], share: number): number {
  return find(values, 1 - share);
}

export const describe = describeWith(quantile);
