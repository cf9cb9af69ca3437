/**
 * You sort the words and keep those that come again. Each row of the table then gets a column of its own, instead of each
 * word.
 * Next: how many new columns should day, day, day give?
 */
import type { Encoder } from "../solution.ts";

export { oneHot, ordinal } from "../solution.ts";

export function fitOneHot(values: string[]): Encoder {
  return { levels: [...values].sort() };
}
