/**
 * You divide by n. That describes exactly these values, as lesson 6 will do to put columns on one scale. Here they stand for more than
 * themselves: the deviation of a sample divides by n − 1, since the values lie closer to their own mean than to the true one.
 * Next: what do the values 3, 5 give with each of the two?
 */
import { type Description, describe as right } from "../solution.ts";

export { frequencies, quantile } from "../solution.ts";

export function describe(values: (number | null)[]): Description {
  const description = right(values);
  const { std, count } = description;
  return { ...description, std: std === null ? null : std * Math.sqrt((count - 1) / count) };
}
