/**
 * You leave the levels in the order in which they first come. The same rows in another order then give other columns, and
 * two tables cannot be compared.
 * Next: which levels do the columns b, a and a, b have?
 */
import type { Encoder } from "../solution.ts";

export { oneHot, ordinal } from "../solution.ts";

export function fitOneHot(values: string[]): Encoder {
  return { levels: [...new Set(values)] };
}
