import { cellOf, type Dot } from "./cloud.ts";
import type { Grid } from "./grid.ts";
import type { Pen } from "./pen.ts";

/** A point with a name of its own. */
export interface NamedDot {
  readonly dot: Dot;
  readonly name: string;
}

/**
 * A grid with a letter on each named point, and a key from letters to names: unlike a name, a letter has room in
 * the thickest cloud. Of points in one cell the first is seen, and the key says where the others are.
 */
export function withNames(grid: Grid, named: readonly NamedDot[], pen: Pen): { grid: Grid; key: string[] } {
  const letterAt = new Map<string, string>();
  const result = grid.map((row) => [...row]);
  const key = named.map(({ dot, name }, i) => {
    const letter = String.fromCodePoint("A".charCodeAt(0) + i);
    const { row, column } = cellOf(dot);
    const other = letterAt.get(`${row},${column}`);
    const words = `${pen.bold(letter)} ${pen.fit(name, 24)}`;
    if (other !== undefined) return `${words} (at ${other})`;
    letterAt.set(`${row},${column}`, letter);
    const cells = result[row];
    if (cells !== undefined) cells[column] = { text: letter, colour: dot.colour };
    return words;
  });
  return { grid: result, key };
}
