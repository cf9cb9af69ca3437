/**
 * Your two quartiles have changed places: `q1` is the lower one, with a quarter of the values below it.
 * Next: which of your two numbers is smaller?
 */
import { type Description, describe as right } from "../solution.ts";

export { frequencies, quantile } from "../solution.ts";

export function describe(values: (number | null)[]): Description {
  const description = right(values);
  return { ...description, q1: description.q3, q3: description.q1 };
}
