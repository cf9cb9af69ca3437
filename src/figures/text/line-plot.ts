import type { LineFigure } from "../line.ts";
import { kindOf, openExtentOf } from "../line-axis.ts";
import { extentAlong } from "../line-domains.ts";
import { marksIn } from "../marks.ts";
import { belowAxis, besideAxis, gutterOf } from "./axes.ts";
import { DOTS_ACROSS, DOTS_UP } from "./braille.ts";
import type { Size } from "./cloud.ts";
import { type Grid, gridLines } from "./grid.ts";
import { type CellAxis, cellAxis, type Length } from "./line-axis.ts";
import type { Ruler } from "./marks.ts";
import type { Pen } from "./pen.ts";
import type { Canvas, DotPlace } from "./strokes.ts";
import { cellsOf } from "./words.ts";

/** A plot's cells and its two axes. */
export interface LinePlot extends Size {
  readonly x: CellAxis;
  readonly y: CellAxis;
  readonly yLabels: readonly string[];
  /** Cells at the left of the plot. */
  readonly gutter: number;
}

/** A plot as wide as the pen allows, or as high as it is wide if it is to be square. */
export function linePlot(spec: LineFigure["spec"], pen: Pen): LinePlot {
  const isSquare = spec.width === spec.height;
  const rows = Math.min(Math.max(Math.round(pen.width / (isSquare ? 4 : 5)), 10), isSquare ? 30 : 26);
  const up = { most: Math.floor(rows / 2), cells: rows, dots: DOTS_UP };
  const y = axisAlong("y", spec, up, () => ({ least: 2, ease: 3 }));
  const yLabels = new Array<string>(rows).fill("");
  for (const tick of y.ticks) yLabels[rows - 1 - tick.at] = pen.words(tick.label);
  const gutter = gutterOf(yLabels);
  // A cell is about twice as high as it is wide, so a square has two columns for each row.
  const columns = Math.min(pen.width - gutter, isSquare ? 2 * rows : pen.width);
  const across = { most: Math.max(5, Math.floor(columns / 8)), cells: columns, dots: DOTS_ACROSS };
  const x = axisAlong("x", spec, across, (label) => ({
    least: cellsOf(label) + 2,
    ease: cellsOf(label) + 4,
  }));
  return { rows, columns, x, y, yLabels, gutter };
}

function axisAlong(
  axis: "x" | "y",
  { encoding, data, layer }: LineFigure["spec"],
  length: Length,
  spacing: Parameters<typeof cellAxis>[3],
): CellAxis {
  const { scale } = encoding[axis];
  const kind = kindOf(encoding[axis]);
  const extent = extentAlong(axis, data.values, marksIn(layer)) ?? [0, 0];
  const ends = scale.domain ?? openExtentOf(extent, kind);
  return cellAxis(kind, { ends, isFixed: scale.domain !== undefined }, length, spacing);
}

/** Where marks lie in a plot of lines. */
export function rulerOn({ x, y, columns, rows }: LinePlot): Ruler {
  return {
    columnOf: (value) => Math.floor(x.placeOf(value, columns * DOTS_ACROSS) / DOTS_ACROSS),
    rowOf: (value) => rows - 1 - Math.floor(y.placeOf(value, rows * DOTS_UP) / DOTS_UP),
    writtenX: x.written,
    writtenY: y.written,
  };
}

/** Where steps lie on a canvas, in dots from its upper left; nowhere, where the line is broken. */
export function placesOn(
  canvas: Canvas,
  { x, y }: LinePlot,
  steps: readonly { readonly x: number; readonly y: number | null }[],
): (DotPlace | undefined)[] {
  const [across, up] = [canvas.columns * canvas.dotsAcross, canvas.rows * canvas.dotsUp];
  return steps.map((step) =>
    step.y === null ? undefined : { x: x.placeOf(step.x, across), y: up - 1 - y.placeOf(step.y, up) },
  );
}

/** A plot with its axes, their ticks and their titles. */
export function framedLines(
  grid: Grid,
  titles: { readonly x: string; readonly y: string },
  plot: LinePlot,
  pen: Pen,
): string[] {
  return [
    ...pen.lines(titles.y),
    ...besideAxis(gridLines(grid, pen), plot.yLabels, plot.gutter, pen),
    ...belowAxis(plot.x.ticks, titles.x, plot, pen),
  ];
}
