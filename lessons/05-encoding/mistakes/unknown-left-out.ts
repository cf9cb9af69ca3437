/**
 * You leave out the rows whose word is unknown. There are then fewer rows than values, and from there on each row stands
 * beside the wrong target.
 * Next: how many rows belong to three values?
 */
import { type Encoder, oneHot as use } from "../solution.ts";

export { fitOneHot, ordinal } from "../solution.ts";

export function oneHot(encoder: Encoder, values: string[]): number[][] {
  return use(
    encoder,
    values.filter((value) => encoder.levels.includes(value)),
  );
}
