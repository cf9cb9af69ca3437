/** With loops only, keeping the levels sorted while they are found. */
import type { Encoder } from "../solution.ts";

export function fitOneHot(values: string[]): Encoder {
  const levels: string[] = [];
  for (const value of values) {
    let place = 0;
    while (place < levels.length && levels[place] < value) place++;
    if (levels[place] !== value) levels.splice(place, 0, value);
  }
  return { levels };
}

export function oneHot({ levels }: Encoder, values: string[]): number[][] {
  const rows: number[][] = [];
  for (const value of values) {
    const row: number[] = [];
    for (const level of levels) row.push(Number(level === value));
    rows.push(row);
  }
  return rows;
}

export function ordinal(values: string[], order: string[]): number[] {
  const numbers: number[] = [];
  for (const value of values) {
    let place = 0;
    while (order[place] !== value) {
      place++;
      if (place >= order.length) throw new RangeError("A word has no place in the order.");
    }
    numbers.push(place);
  }
  return numbers;
}
