import { brailleBit, brailleSign, DOTS_ACROSS, DOTS_UP } from "./braille.ts";
import type { Grid } from "./grid.ts";
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
  const grid = gridOf(byCell(dots, size), (here) => {
    const bits = here.reduce((bits, { x, y }) => bits | brailleBit(x, y), 0);
    return { text: brailleSign(bits), colour: 0 };
  });
  return { grid, key: [], notes: [] };
}

/** In each cell the mark of the class that has most points there. */
export function markCloud(dots: readonly Dot[], classes: readonly string[], size: Size, pen: Pen): Cloud {
  const mark = (colour: number) => pen.glyphs.marks[colour] ?? "?";
  let hidden = 0;
  const grid = gridOf(byCell(dots, size), (here) => {
    const counts = classes.map((_, colour) => here.filter((dot) => dot.colour === colour).length);
    const most = Math.max(...counts);
    const colour = counts.indexOf(most);
    hidden += here.length - most;
    return { text: mark(colour), colour };
  });
  const key = classes.map((name, colour) => `${pen.inColour(mark(colour), colour)} ${pen.fit(name, 24)}`);
  const notes = hidden > 0 ? [`${hidden} of ${dots.length} points lie under a mark of another class.`] : [];
  return { grid, key, notes };
}

/** In each cell a shade for the number of points there, on a scale of ratios. */
export function shadeCloud(dots: readonly Dot[], size: Size, pen: Pen): Cloud {
  const cells = byCell(dots, size);
  const most = cells.flat().reduce((most, here) => Math.max(most, here.length), 1);
  const { shades } = pen.glyphs;
  const from = shades.map((_, level) => Math.ceil((most + 1) ** (level / shades.length)));
  const levelOf = (count: number) => from.findLastIndex((least) => least <= count);
  const grid = gridOf(cells, ({ length }) => ({ text: shades[levelOf(length)] ?? "", colour: 0 }));
  const key = shades.flatMap((shade, level) => {
    const [least = 0, last = most] = [from[level], (from[level + 1] ?? most + 1) - 1];
    return last < least
      ? []
      : [`${pen.inColour(shade)} ${least === last ? least : pen.words(`${least}–${last}`)}`];
  });
  return { grid, key: [...key, "points in a place"], notes: [] };
}

function byCell(dots: readonly Dot[], { columns, rows }: Size): Dot[][][] {
  const cells = Array.from({ length: rows }, () => Array.from({ length: columns }, (): Dot[] => []));
  for (const dot of dots) {
    const { column, row } = cellOf(dot);
    cells[row]?.[column]?.push(dot);
  }
  return cells;
}

function gridOf(
  cells: readonly Dot[][][],
  sign: (here: readonly Dot[]) => { text: string; colour: number },
): Grid {
  return cells.map((row) => row.map((here) => (here.length === 0 ? undefined : sign(here))));
}
