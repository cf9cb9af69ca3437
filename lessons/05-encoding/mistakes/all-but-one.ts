/**
 * You write 0 under the value's own level and 1 under all others. It holds the same information, upside down: a 1 should
 * say "this is it".
 * Next: under which level should the single 1 of a row stand?
 */
import type { Encoder } from "../solution.ts";

export { fitOneHot, ordinal } from "../solution.ts";

export function oneHot(encoder: Encoder, values: string[]): number[][] {
  return values.map((value) => encoder.levels.map((level) => (level === value ? 0 : 1)));
}
