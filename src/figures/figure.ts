import type { BarsFigure } from "./bars.ts";
import type { BoxFigure } from "./box.ts";
import type { BoundaryFigure } from "./decision-boundary.ts";
import type { TreeFigure } from "./decision-tree.ts";
import type { HeatmapFigure } from "./heatmap.ts";
import type { HistogramFigure } from "./histogram.ts";
import type { LineFigure } from "./line.ts";
import type { RangesFigure } from "./ranges.ts";
import type { ScatterFigure } from "./scatter.ts";
import { isVegaLiteSpec } from "./spec.ts";
import type { TableFigure } from "./table.ts";

/** A picture as data: a title, a caption, and a Vega-Lite spec that holds the numbers. */
export type Figure =
  | ScatterFigure
  | HistogramFigure
  | BarsFigure
  | RangesFigure
  | TableFigure
  | BoundaryFigure
  | TreeFigure
  | LineFigure
  | BoxFigure
  | HeatmapFigure;

const kinds: Readonly<Record<Figure["kind"], true>> = {
  scatter: true,
  histogram: true,
  bars: true,
  ranges: true,
  table: true,
  boundary: true,
  tree: true,
  box: true,
  heatmap: true,
  line: true,
};

/**
 * Whether a value is a figure, also after it went through JSON.
 *
 * It looks at the marks that every figure carries and not at each number, so it tells figures from a step's
 * other results; it is no defence against a forged one.
 *
 * @example isFigure(bars({ proline: 0.998 }, { title: "Proline decides", xTitle: "share" })) // true
 */
export function isFigure(value: unknown): value is Figure {
  if (typeof value !== "object" || value === null) return false;
  if (!("kind" in value && "title" in value && "notes" in value && "spec" in value)) return false;
  return (
    typeof value.kind === "string" &&
    Object.hasOwn(kinds, value.kind) &&
    typeof value.title === "string" &&
    Array.isArray(value.notes) &&
    isVegaLiteSpec(value.spec)
  );
}
