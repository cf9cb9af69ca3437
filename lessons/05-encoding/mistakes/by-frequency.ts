/**
 * You put the most frequent word first. A few more rows can then swap two columns, and a model that was trained before
 * reads one as the other.
 * Next: which order depends only on which words there are?
 */
import type { Encoder } from "../solution.ts";

export { oneHot, ordinal } from "../solution.ts";

export function fitOneHot(values: string[]): Encoder {
  const count = (word: string) => values.filter((value) => value === word).length;
  return { levels: [...new Set(values)].sort().sort((one, other) => count(other) - count(one)) };
}
