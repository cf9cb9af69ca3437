import type { Figure } from "../figure.ts";
import { drawBars } from "./bars.ts";
import { drawBoundary } from "./boundary.ts";
import { drawBox } from "./box.ts";
import { drawHeatmap } from "./heatmap.ts";
import { drawHistogram } from "./histogram.ts";
import { drawLine } from "./line.ts";
import { makePen, type Pen } from "./pen.ts";
import { drawRanges } from "./ranges.ts";
import { drawScatter } from "./scatter.ts";
import { drawTable } from "./table.ts";
import { drawTree } from "./tree.ts";

export interface DrawOptions {
  /** Cells in a line, 40 to 200; less or more is drawn at the nearest of these. 80 unless given. */
  readonly width?: number | undefined;
  /** Whether ANSI colours may be used. No, unless given. */
  readonly colour?: boolean | undefined;
  /** Whether only ASCII may be used. No, unless given. */
  readonly ascii?: boolean | undefined;
}

/**
 * Draws a figure as text: the title first, the caption last, no line longer than the width.
 *
 * @returns lines joined by line feeds, without one at the end
 * @example console.log(drawFigure(figure, { width: process.stdout.columns, colour: process.stdout.hasColors() }))
 */
export function drawFigure(figure: Figure, options: DrawOptions = {}): string {
  const { width = 80, colour = false, ascii = false } = options;
  const pen = makePen({ width: Math.min(Math.max(Math.floor(width), 40), 200), colour, ascii });
  const lines = [
    ...pen.lines(figure.title).map(pen.bold),
    ...(figure.spec.data.values.length > 0 ? drawPlot(figure, pen) : []),
    ...figure.notes.flatMap(pen.lines),
    ...pen.lines(figure.caption ?? ""),
  ];
  return lines.map((line) => line.trimEnd()).join("\n");
}

function drawPlot(figure: Figure, pen: Pen): string[] {
  switch (figure.kind) {
    case "scatter":
      return drawScatter(figure, pen);
    case "histogram":
      return drawHistogram(figure, pen);
    case "bars":
      return drawBars(figure, pen);
    case "box":
      return drawBox(figure, pen);
    case "heatmap":
      return drawHeatmap(figure, pen);
    case "ranges":
      return drawRanges(figure, pen);
    case "table":
      return drawTable(figure, pen);
    case "line":
      return drawLine(figure, pen);
    case "boundary":
      return drawBoundary(figure, pen);
    case "tree":
      return drawTree(figure, pen);
  }
}
