import { brailleBit, brailleSign, DOTS_ACROSS, DOTS_UP } from "./braille.ts";
import type { Size } from "./cloud.ts";
import type { Grid, Sign } from "./grid.ts";
import type { Pen } from "./pen.ts";

/** Cells of a plot, each with its dots and the colour of the line that was drawn there last. */
export interface Canvas extends Size {
  /** Dots in a cell: of braille, or a single one in ASCII. */
  readonly dotsAcross: number;
  readonly dotsUp: number;
  readonly bits: Uint8Array;
  /** One more than the colour's number; 0 for none. */
  readonly colours: Uint8Array;
}

/** A place on a canvas, in dots from its upper left. */
export interface DotPlace {
  readonly x: number;
  readonly y: number;
}

/** A canvas with nothing on it. */
export function blankCanvas({ columns, rows }: Size, pen: Pen): Canvas {
  const cells = columns * rows;
  const dots = pen.isAscii ? { dotsAcross: 1, dotsUp: 1 } : { dotsAcross: DOTS_ACROSS, dotsUp: DOTS_UP };
  return { columns, rows, ...dots, bits: new Uint8Array(cells), colours: new Uint8Array(cells) };
}

/**
 * Draws a straight line on a canvas, both ends included.
 *
 * @param every draws one dot of so many, for a dotted line
 */
export function stroke(canvas: Canvas, from: DotPlace, to: DotPlace, colour?: number, every = 1): void {
  // All dots of a figure with ten thousand points come through here: no objects, and whole numbers by |.
  const { columns, dotsAcross, dotsUp, bits, colours } = canvas;
  const owner = colour === undefined ? 0 : colour + 1;
  const [width, height] = [to.x - from.x, to.y - from.y];
  const steps = Math.max(Math.abs(width), Math.abs(height));
  const across = steps === 0 ? 0 : width / steps;
  const up = steps === 0 ? 0 : height / steps;
  for (let i = 0; i <= steps; i += every) {
    const x = (from.x + i * across + 0.5) | 0;
    const y = (from.y + i * up + 0.5) | 0;
    const cell = ((y / dotsUp) | 0) * columns + ((x / dotsAcross) | 0);
    bits[cell] = (bits[cell] ?? 0) | brailleBit(x, y);
    colours[cell] = owner;
  }
}

/** The number of the cell that holds a place, counted row by row. */
export function cellAt({ columns, dotsAcross, dotsUp }: Canvas, { x, y }: DotPlace): number {
  return Math.floor(y / dotsUp) * columns + Math.floor(x / dotsAcross);
}

/** What is on a canvas, as signs. */
export function canvasGrid(canvas: Canvas, asciiSign: (colour: number) => string): Grid {
  const { columns, rows, bits, colours } = canvas;
  const isAscii = canvas.dotsUp === 1;
  const signAt = (cell: number): Sign | undefined => {
    const [here = 0, owner = 0] = [bits[cell], colours[cell]];
    if (here === 0) return undefined;
    const text = isAscii ? asciiSign(owner - 1) : brailleSign(here);
    return owner === 0 ? { text } : { text, colour: owner - 1 };
  };
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => signAt(row * columns + column)),
  );
}
