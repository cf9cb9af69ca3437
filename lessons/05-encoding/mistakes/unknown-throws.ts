/**
 * You throw an error at a word that the encoder does not know. New words will come, and one of them should not stop the
 * whole table: a row of zeros says "none of those I know".
 * Next: what should become of today's reports when one of them names a new airline?
 */
import { type Encoder, oneHot as use } from "../solution.ts";

export { fitOneHot, ordinal } from "../solution.ts";

export function oneHot(encoder: Encoder, values: string[]): number[][] {
  const stranger = values.find((value) => !encoder.levels.includes(value));
  if (stranger !== undefined) throw new RangeError(`unknown word "${stranger}"`);
  return use(encoder, values);
}
