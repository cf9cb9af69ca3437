/**
 * You put a word that is not in the order behind the last one. Nobody knows that it belongs there; unknown is not the same
 * as largest.
 * Next: where would you put "not measured" in small, medium, large?
 */
export { fitOneHot, oneHot } from "../solution.ts";

export function ordinal(values: string[], order: string[]): number[] {
  return values.map((value) => {
    const place = order.indexOf(value);
    return place === -1 ? order.length : place;
  });
}
