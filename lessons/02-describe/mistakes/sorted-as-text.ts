/**
 * `sort()` without a comparison sorts numbers as if they were words: "10" comes before "9", and "-1" before "-5".
 * Next: what does [9, 10].sort() give?
 */
import { describeWith } from "../describe-with.ts";

export { frequencies } from "../solution.ts";

export function quantile(values: number[], share: number): number {
  const ascending = [...values].sort();
  const place = share * (ascending.length - 1);
  const [before, after] = [ascending[Math.floor(place)], ascending[Math.ceil(place)]];
  return before + (after - before) * (place % 1);
}

export const describe = describeWith(quantile);
