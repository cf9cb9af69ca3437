/**
 * Where there is no value, you divide 0 by 0 and look for the smallest of nothing: NaN and infinities come out and travel on. So does
 * the deviation of a single value. Say null, which means "no answer" and is easily seen.
 * Next: how many values does each of your numbers need to make sense?
 */
import { type Description, quantile } from "../solution.ts";

export { frequencies, quantile } from "../solution.ts";

export function describe(values: (number | null)[]): Description {
  const there = values.filter((value) => value !== null);
  const count = there.length;
  const mean = there.reduce((sum, value) => sum + value, 0) / count;
  const squares = there.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const std = Math.sqrt(squares / (count - 1));
  const [min, max] = [Math.min(...there), Math.max(...there)];
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((share) => quantile(there, share));
  return { count, missing: values.length - count, mean, std, min, q1, median, q3, max };
}
