/**
 * You take the share of n, the number of values. But from the first value to the last there are only n − 1 steps, as there are
 * four gaps between five fingers.
 * Next: at which index should the share 1 end, and at which does yours?
 */
import { describeWith } from "../describe-with.ts";

export { frequencies } from "../solution.ts";

export function quantile(values: number[], share: number): number {
  const ascending = [...values].sort((one, other) => one - other);
  return ascending[Math.min(Math.floor(share * ascending.length), ascending.length - 1)];
}

export const describe = describeWith(quantile);
