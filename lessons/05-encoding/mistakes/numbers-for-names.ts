/**
 * You give each word the number of its level. A model that adds and multiplies will read an order and distances into these
 * numbers, which the words do not have.
 * Next: is night further from day than dusk is, because of the alphabet?
 */
import type { Encoder } from "../solution.ts";

export { fitOneHot, ordinal } from "../solution.ts";

export function oneHot(encoder: Encoder, values: string[]): number[][] {
  return values.map((value) => [encoder.levels.indexOf(value)]);
}
