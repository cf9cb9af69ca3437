/**
 * You drop the zeros together with the missing values. `filter(Boolean)`, or a plain `if (value)`, throws both away, since 0 counts as false.
 * But 0 is a value: somebody measured it.
 * Next: which comparison is true of `null` and of nothing else?
 */
import { type Description, describe as right } from "../solution.ts";

export { frequencies, quantile } from "../solution.ts";

export function describe(values: (number | null)[]): Description {
  return right(values.map((value) => value || null));
}
