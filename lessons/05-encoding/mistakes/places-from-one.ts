/**
 * You count places from 1. The first word of the order has place 0 here, as in an array.
 * Next: what is the index of the first word of an array?
 */
import { ordinal as places } from "../solution.ts";

export { fitOneHot, oneHot } from "../solution.ts";

export function ordinal(values: string[], order: string[]): number[] {
  return places(values, order).map((place) => place + 1);
}
