/**
 * You read a missing value as 0. In JavaScript that happens by itself: `null + 5` is 5, and `Math.min(null, 5)` is 0. So the blanks take part as
 * zeros, pull the mean towards 0, and make up a smallest value that nobody measured.
 * Next: which values should the sum be made of, and by how many of them should it be divided?
 */
import { type Description, describe as right } from "../solution.ts";

export { frequencies, quantile } from "../solution.ts";

export function describe(values: (number | null)[]): Description {
  const count = values.filter((value) => value !== null).length;
  if (count === 0) return right(values);
  return { ...right(values.map((value) => value ?? 0)), count, missing: values.length - count };
}
