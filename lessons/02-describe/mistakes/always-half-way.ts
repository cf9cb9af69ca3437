/**
 * Where the way ends between two values, you take their mean. That is right for the median, whose way ends just half-way. A quartile's may
 * end a quarter of the way from one to the next.
 * Next: on the way through four values, where between two of them does the share 0.25 end?
 */
import { describeWith } from "../describe-with.ts";

export { frequencies } from "../solution.ts";

export function quantile(values: number[], share: number): number {
  const ascending = [...values].sort((one, other) => one - other);
  const place = share * (ascending.length - 1);
  return (ascending[Math.floor(place)] + ascending[Math.ceil(place)]) / 2;
}

export const describe = describeWith(quantile);
