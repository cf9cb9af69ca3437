/**
 * You always go on towards the next value, and behind the last one there is none: `undefined` makes NaN of everything, even when it is
 * multiplied by 0.
 * Next: at which share is there no next value, and how far would you have to go towards it?
 */
export { describe, frequencies } from "../solution.ts";

export function quantile(values: number[], share: number): number {
  const ascending = [...values].sort((one, other) => one - other);
  const place = share * (ascending.length - 1);
  const index = Math.floor(place);
  return ascending[index] + (ascending[index + 1] - ascending[index]) * (place - index);
}
