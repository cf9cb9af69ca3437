/**
 * You give a row for each level and a column for each value. The table lies on its side: models want a row for each row.
 * Next: how many rows belong to five values and three levels?
 */
import type { Encoder } from "../solution.ts";

export { fitOneHot, ordinal } from "../solution.ts";

export function oneHot(encoder: Encoder, values: string[]): number[][] {
  return encoder.levels.map((level) => values.map((value) => (value === level ? 1 : 0)));
}
