/**
 * You add a level for each word that the encoder does not know. The rows become longer than those that the model learned
 * from, and what a row looks like depends on which other rows came with it.
 * Next: how many numbers does a model expect that has learned from three levels?
 */
import { type Encoder, oneHot as use } from "../solution.ts";

export { fitOneHot, ordinal } from "../solution.ts";

export function oneHot(encoder: Encoder, values: string[]): number[][] {
  const strangers = values.filter((value) => !encoder.levels.includes(value));
  return use({ levels: [...encoder.levels, ...new Set(strangers)] }, values);
}
