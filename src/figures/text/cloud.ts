import { brailleBit, brailleSign, DOTS_ACROSS, DOTS_UP } from "./braille.ts";
import type { Grid, Sign } from "./grid.ts";
import type { Pen } from "./pen.ts";

/** A point in a plot, counted in braille dots from the upper left, and its class (0 if there are none). */
export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly colour: number;
}

/** Points as signs, with what the signs mean and what they hide. */
export interface Cloud {
  readonly grid: Grid;
  readonly key: readonly string[];
  readonly notes: readonly string[];
}

/** The cells of a plot. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** The column and row of the cell that holds a dot. */
export function cellOf({ x, y }: Dot): { column: number; row: number } {
  return { column: Math.floor(x / DOTS_ACROSS), row: Math.floor(y / DOTS_UP) };
}

/** Each point as a braille dot. */
export function dotCloud(dots: readonly Dot[], size: Size): Cloud {
  const bits = new Uint8Array(size.columns * size.rows);
  for (const dot of dots) {
    const cell = indexOf(dot, size);
    bits[cell] = (bits[cell] ?? 0) | brailleBit(dot.x, dot.y);
  }
  const grid = gridOf(size, (cell) => {
    const here = bits[cell] ?? 0;
    return here === 0 ? undefined : { text: brailleSign(here), colour: 0 };
  });
  return { grid, key: [], notes: [] };
}

/** In each cell the mark of the class that has most points there. */
export function markCloud(dots: readonly Dot[], classes: readonly string[], size: Size, pen: Pen): Cloud {
  const mark = (colour: number) => pen.glyphs.marks[colour] ?? "?";
  const counts = classes.map(() => new Uint32Array(size.columns * size.rows));
  for (const dot of dots) increment(counts[dot.colour], indexOf(dot, size));
  let seen = 0;
  const grid = gridOf(size, (cell) => {
    let [most, colour] = [0, 0];
    for (const [i, count] of counts.entries()) {
      const here = count[cell] ?? 0;
      if (here > most) [most, colour] = [here, i];
    }
    seen += most;
    return most > 0 ? { text: mark(colour), colour } : undefined;
  });
  const key = classes.map((name, colour) => `${pen.inColour(mark(colour), colour)} ${pen.fit(name, 24)}`);
  const hidden = dots.length - seen;
  const notes =
    hidden > 0 ? [`Hidden under the mark of another class: ${hidden} of ${dots.length} points.`] : [];
  return { grid, key, notes };
}

/** In each cell a shade for the number of points there, on a scale of ratios. */
export function shadeCloud(dots: readonly Dot[], size: Size, pen: Pen): Cloud {
  const counts = new Uint32Array(size.columns * size.rows);
  for (const dot of dots) increment(counts, indexOf(dot, size));
  const most = counts.reduce((most, count) => Math.max(most, count), 1);
  const { shades } = pen.glyphs;
  const from = shades.map((_, level) => Math.ceil((most + 1) ** (level / shades.length)));
  const shadeOf = (count: number) => shades[from.findLastIndex((least) => least <= count)];
  const grid = gridOf(size, (cell) => {
    const text = shadeOf(counts[cell] ?? 0);
    return text === undefined ? undefined : { text, colour: 0 };
  });
  const key = shades.flatMap((shade, level) => {
    const [least = 0, last = most] = [from[level], (from[level + 1] ?? most + 1) - 1];
    return last < least
      ? []
      : [`${pen.inColour(shade)} ${least === last ? least : pen.words(`${least}–${last}`)}`];
  });
  return { grid, key: [...key, "points in a place"], notes: [] };
}

/** A cell's place when cells are counted row by row. */
function indexOf(dot: Dot, { columns }: Size): number {
  const { column, row } = cellOf(dot);
  return row * columns + column;
}

function increment(counts: Uint32Array | undefined, cell: number): void {
  if (counts !== undefined) counts[cell] = (counts[cell] ?? 0) + 1;
}

function gridOf({ columns, rows }: Size, signAt: (cell: number) => Sign | undefined): Grid {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => signAt(row * columns + column)),
  );
}
