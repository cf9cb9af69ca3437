/**
 * Your median lies half-way from the smallest value to the largest. Two values alone decide that; the median has as many values below
 * it as above.
 * Next: how many of 1, 2, 99 lie below your median?
 */
import { type Description, describe as right } from "../solution.ts";

export { frequencies, quantile } from "../solution.ts";

export function describe(values: (number | null)[]): Description {
  const description = right(values);
  const { min, max } = description;
  return { ...description, median: min === null || max === null ? null : (min + max) / 2 };
}
