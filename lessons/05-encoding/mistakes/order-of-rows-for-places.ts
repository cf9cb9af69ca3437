/**
 * You number the words as they first come among the values. The order that you were given is never read, and other rows
 * would give other numbers.
 * Next: which argument of yours knows that medium lies between small and large?
 */
import { ordinal as places } from "../solution.ts";

export { fitOneHot, oneHot } from "../solution.ts";

export function ordinal(values: string[], order: string[]): number[] {
  const seen = [...new Set(values)];
  return places(values, order).map((_, i) => seen.indexOf(values[i]));
}
