/**
 * Where the way ends between two values, you take the one before. That is a rule too, and some programs have it; the one that NumPy
 * and pandas use, and that was asked for here, goes on in proportion between the two.
 * Next: what is half-way between 10 and 20?
 */
import { describeWith } from "../describe-with.ts";

export { frequencies } from "../solution.ts";

export function quantile(values: number[], share: number): number {
  const ascending = [...values].sort((one, other) => one - other);
  return ascending[Math.floor(share * (ascending.length - 1))];
}

export const describe = describeWith(quantile);
