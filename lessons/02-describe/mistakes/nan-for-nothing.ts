/**
 * Where there is no value, you divide 0 by 0 and look for the smallest of nothing: NaN, undefined or an infinity comes out and travels
 * on. Say null, which means "no answer" and is easily seen.
 * Next: for how many values does each of your numbers make sense?
 */
import { type Description, describe as right } from "../solution.ts";

export { frequencies, quantile } from "../solution.ts";

export function describe(values: (number | null)[]): Description {
  const description = right(values);
  const { count } = description;
  const std = description.std ?? Number.NaN;
  if (count > 0) return { ...description, std };
  const [nothing, min, max] = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return { ...description, mean: nothing, std, min, q1: nothing, median: nothing, q3: nothing, max };
}
