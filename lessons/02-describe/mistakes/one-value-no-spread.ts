/**
 * You say that a single value has deviation 0. How far values lie apart can't be seen from one alone: a 0 would say that they all
 * agree.
 * Next: by what does the formula divide when there is one value?
 */
import { type Description, describe as right } from "../solution.ts";

export { frequencies, quantile } from "../solution.ts";

export function describe(values: (number | null)[]): Description {
  const description = right(values);
  return description.count === 1 ? { ...description, std: 0 } : description;
}
