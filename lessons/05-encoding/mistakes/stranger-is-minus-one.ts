/**
 * You let −1 stand for a word that is not in the order, as `indexOf` does. A model reads it as a place below the lowest:
 * huge would come before small.
 * Next: what does −1 tell a model about the word huge?
 */
export { fitOneHot, oneHot } from "../solution.ts";

export function ordinal(values: string[], order: string[]): number[] {
  return values.map((value) => order.indexOf(value));
}
