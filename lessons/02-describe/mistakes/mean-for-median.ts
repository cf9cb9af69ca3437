/**
 * You give the mean as the median. They are close where values lie evenly on both sides; where a few are very large, the mean follows
 * them and the median does not, which is why both are asked for.
 * Next: what are the mean and the median of 1, 2, 99?
 */
import { type Description, describe as right } from "../solution.ts";

export { frequencies, quantile } from "../solution.ts";

export function describe(values: (number | null)[]): Description {
  const description = right(values);
  return { ...description, median: description.mean };
}
