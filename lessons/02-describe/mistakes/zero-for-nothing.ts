/**
 * Where there is no value, you give 0. It looks like a measurement: an empty column of temperatures would have a mean of 0 degrees.
 * Next: how could a reader of your 0 tell it from a real one?
 */
import { type Description, describe as right } from "../solution.ts";

export { frequencies, quantile } from "../solution.ts";

export function describe(values: (number | null)[]): Description {
  const description = right(values);
  if (description.count > 0) return description;
  return { ...description, mean: 0, std: 0, min: 0, q1: 0, median: 0, q3: 0, max: 0 };
}
