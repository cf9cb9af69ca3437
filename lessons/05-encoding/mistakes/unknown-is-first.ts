/**
 * You give an unknown word the first level. The model then takes every new airline for the first one in the alphabet.
 * Next: which row says that a word is none of the levels?
 */
import type { Encoder } from "../solution.ts";

export { fitOneHot, ordinal } from "../solution.ts";

export function oneHot(encoder: Encoder, values: string[]): number[][] {
  return values.map((value) => {
    const place = Math.max(0, encoder.levels.indexOf(value));
    return encoder.levels.map((_, j) => (j === place ? 1 : 0));
  });
}
