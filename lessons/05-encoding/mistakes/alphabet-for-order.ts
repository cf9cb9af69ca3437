/**
 * You number the words by the alphabet and do not look at the order you were given. The alphabet puts large before medium
 * before small.
 * Next: in the order small, medium, large: which number should small have?
 */
import { ordinal as places } from "../solution.ts";

export { fitOneHot, oneHot } from "../solution.ts";

export function ordinal(values: string[], order: string[]): number[] {
  return places(values, [...order].sort());
}
