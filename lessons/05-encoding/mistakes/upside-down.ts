/**
 * You count from the end of the order, so that its first word gets the largest number.
 * Next: which number should the first word of the order have?
 */
import { ordinal as places } from "../solution.ts";

export { fitOneHot, oneHot } from "../solution.ts";

export function ordinal(values: string[], order: string[]): number[] {
  return places(values, order).map((place) => order.length - 1 - place);
}
