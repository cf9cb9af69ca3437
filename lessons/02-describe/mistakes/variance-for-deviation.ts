/**
 * You give the variance, the mean of the squared distances, without its square root. It is in squared units: of a speed in knots
 * it is knots squared, and nobody can picture those.
 * Next: what undoes the squaring?
 */
import { type Description, describe as right } from "../solution.ts";

export { frequencies, quantile } from "../solution.ts";

export function describe(values: (number | null)[]): Description {
  const description = right(values);
  return { ...description, std: description.std === null ? null : description.std ** 2 };
}
