/**
 * You take the mean of the distances from the mean, without squaring them. That is a sound measure of spread, the mean absolute deviation;
 * but the standard deviation squares the distances, and so lets the far ones count more.
 * Next: between which two steps does the square come, and where the root?
 */
import { type Description, describe as right } from "../solution.ts";

export { frequencies, quantile } from "../solution.ts";

export function describe(values: (number | null)[]): Description {
  const description = right(values);
  const { mean, std, count } = description;
  if (mean === null || std === null) return description;
  const distances = values.map((value) => (value === null ? 0 : Math.abs(value - mean)));
  return { ...description, std: distances.reduce((sum, distance) => sum + distance, 0) / count };
}
