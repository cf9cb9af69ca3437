/**
 * You keep only the words that come a single time. To keep each word once is something else: the first time counts, and all
 * later ones are passed over.
 * Next: which levels has the column day, day, night?
 */
import type { Encoder } from "../solution.ts";

export { oneHot, ordinal } from "../solution.ts";

export function fitOneHot(values: string[]): Encoder {
  return { levels: values.filter((value) => values.indexOf(value) === values.lastIndexOf(value)).sort() };
}
