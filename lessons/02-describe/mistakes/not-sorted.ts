/**
 * You look for the place among the values as they stand in the table. The row in the middle of a table is any row; the median is the
 * middle of the sorted values.
 * Next: in which order must the values be before you can say what lies half-way?
 */
import { describeWith } from "../describe-with.ts";

export { frequencies } from "../solution.ts";

export function quantile(values: number[], share: number): number {
  const place = share * (values.length - 1);
  const [before, after] = [values[Math.floor(place)], values[Math.ceil(place)]];
  return before + (after - before) * (place % 1);
}

export const describe = describeWith(quantile);
