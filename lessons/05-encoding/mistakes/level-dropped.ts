/**
 * You leave the first level out, since a row of zeros could stand for it. Some linear models want that. But here zeros
 * already mean something: a word that was never seen.
 * Next: how could one tell the first level from a new word?
 */
import type { Encoder } from "../solution.ts";

export { oneHot, ordinal } from "../solution.ts";

export function fitOneHot(values: string[]): Encoder {
  return { levels: [...new Set(values)].sort().slice(1) };
}
