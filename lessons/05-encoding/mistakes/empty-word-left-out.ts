/**
 * You leave out the empty word. It is a word like any other: rows in which nothing was written may have something in
 * common.
 * Next: which values does `filter(Boolean)` throw away?
 */
import type { Encoder } from "../solution.ts";

export { oneHot, ordinal } from "../solution.ts";

export function fitOneHot(values: string[]): Encoder {
  return { levels: [...new Set(values)].filter(Boolean).sort() };
}
