/**
 * All your rows are one and the same array: `fill` puts the array itself into every place, not a copy. Every 1 that you
 * write appears in all rows.
 * Next: how many arrays does `Array(3).fill([])` make?
 */
import type { Encoder } from "../solution.ts";

export { fitOneHot, ordinal } from "../solution.ts";

export function oneHot(encoder: Encoder, values: string[]): number[][] {
  const rows = Array<number[]>(values.length).fill(encoder.levels.map(() => 0));
  values.forEach((value, i) => {
    const place = encoder.levels.indexOf(value);
    if (place >= 0) rows[i][place] = 1;
  });
  return rows;
}
