/**
 * You learn the levels anew from the values that you are given. The rows of the test then have other columns than those of
 * the training, and the model reads night where dusk is written.
 * Next: what does the encoder know that these values may lack?
 */
import { type Encoder, fitOneHot, oneHot as use } from "../solution.ts";

export { fitOneHot, ordinal } from "../solution.ts";

export function oneHot(_encoder: Encoder, values: string[]): number[][] {
  return use(fitOneHot(values), values);
}
