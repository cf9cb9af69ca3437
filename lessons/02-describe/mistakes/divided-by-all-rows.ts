/**
 * You leave the missing values out of the sum, and still divide by the number of all rows. That is the same as reading each blank as 0.
 * Next: how many values is your sum made of?
 */
import { type Description, describe as right } from "../solution.ts";

export { frequencies, quantile } from "../solution.ts";

export function describe(values: (number | null)[]): Description {
  const description = right(values);
  if (description.mean === null) return description;
  return { ...description, mean: (description.mean * description.count) / values.length };
}
