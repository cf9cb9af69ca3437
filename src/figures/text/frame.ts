import { belowAxis, besideAxis, gutterOf, ticksAcross } from "./axes.ts";
import { DOTS_ACROSS, DOTS_UP } from "./braille.ts";
import type { Dot, Size } from "./cloud.ts";
import { type Grid, gridLines } from "./grid.ts";
import type { Pen } from "./pen.ts";
import { placeOn, type Scale, ticksOn } from "./scale.ts";

/** A plot's cells, and the scales and labels of its two sides. */
export interface Frame extends Size {
  readonly xScale: Scale;
  readonly yScale: Scale;
  readonly yLabels: readonly string[];
  /** Cells at the left of the plot. */
  readonly gutter: number;
}

/** A plot as wide as the pen allows, or as high as it is wide if it is to be square. */
export function frameOf(xScale: Scale, yScale: Scale, isSquare: boolean, pen: Pen): Frame {
  const rows = Math.min(Math.max(Math.round(pen.width / 5), 10), 26);
  const yLabels = new Array<string>(rows).fill("");
  for (const tick of ticksOn(
    yScale,
    Math.floor(rows / 2),
    (y) => cellOn(yScale, y, rows, DOTS_UP),
    () => ({
      least: 2,
      ease: 3,
    }),
  ))
    yLabels[rows - 1 - tick.at] = pen.words(tick.label);
  const gutter = gutterOf(yLabels);
  // A cell is about twice as high as it is wide, so a square has two columns for each row.
  const columns = Math.min(pen.width - gutter, isSquare ? 2 * rows : pen.width);
  return { xScale, yScale, columns, rows, yLabels, gutter };
}

/** Where a point falls, and the number of its class. */
export function dotOf({ x, y }: { x: number; y: number }, colour: number, frame: Frame): Dot {
  const { xScale, yScale, columns, rows } = frame;
  return {
    x: placeOn(xScale, x, columns * DOTS_ACROSS),
    y: rows * DOTS_UP - 1 - placeOn(yScale, y, rows * DOTS_UP),
    colour,
  };
}

/** The column of a place across the plot. */
export function columnOf(x: number, { xScale, columns }: Frame): number {
  return cellOn(xScale, x, columns, DOTS_ACROSS);
}

/** The row of a place up the plot, counted from its top. */
export function rowOf(y: number, { yScale, rows }: Frame): number {
  return rows - 1 - cellOn(yScale, y, rows, DOTS_UP);
}

/** A plot with its axes, their ticks and their titles. */
export function framed(
  grid: Grid,
  titles: { readonly x: string; readonly y: string },
  frame: Frame,
  pen: Pen,
): string[] {
  const ticks = ticksAcross(frame.xScale, frame.columns, (x) => columnOf(x, frame));
  return [
    ...pen.lines(titles.y),
    ...besideAxis(gridLines(grid, pen), frame.yLabels, frame.gutter, pen),
    ...belowAxis(ticks, titles.x, frame, pen),
  ];
}

/** The cell in which a point's dot lies, so that a tick stands where its points do. */
function cellOn(scale: Scale, value: number, cells: number, dots: number): number {
  return Math.floor(placeOn(scale, value, cells * dots) / dots);
}
