import { isPlaced, type LineAxis, lineAxis } from "./line-axis.ts";
import { domainsOf } from "./line-domains.ts";
import { type Guide, lineLayers, type SeriesColour, seriesColour } from "./line-layers.ts";
import { type Mark, markLayers, markNotes } from "./marks.ts";
import { type LinePoint, pointsOfSeries } from "./series.ts";
import { type FigureOf, figureOf, type Words } from "./spec.ts";
import type { AxisKinds, Series } from "./trace.ts";

export interface LineOptions extends Words {
  readonly xTitle: string;
  readonly yTitle: string;
  /** "whole" is linear, for what is counted: its ticks are whole numbers. */
  readonly xScale?: "linear" | "whole" | "log" | undefined;
  readonly yScale?: "linear" | "log" | undefined;
  /** The least that an axis shows; it goes on as far as the lines do. */
  readonly xDomain?: readonly [number, number] | undefined;
  readonly yDomain?: readonly [number, number] | undefined;
  /** Rules across the plot. */
  readonly marks?: readonly Mark[] | undefined;
  /** A straight line to compare with, from the first place to the second. */
  readonly guide?: Guide | undefined;
  /** One unit is as long across as it is up. */
  readonly equalAxes?: boolean | undefined;
  /** Whether each point is shown on its line. */
  readonly points?: boolean | undefined;
  /** What else a reader must know about the data. */
  readonly notes?: readonly string[] | undefined;
  /** Whether x is a date, in milliseconds since 1970 (UTC). */
  readonly dates?: boolean | undefined;
}

export type LineFigure = FigureOf<"line", LinePoint, LineDrawing>;

interface LineDrawing {
  /** As wide as high if the axes are equal. */
  readonly width: number;
  readonly height: number;
  /** Bands, the guide, lines, points, marks: those that there are. */
  readonly layer: readonly object[];
  readonly encoding: { readonly x: LineAxis; readonly y: LineAxis; readonly color: SeriesColour };
}

/**
 * One line or several through points, in the order in which the points are given, each with a colour and a stroke of its own.
 *
 * Points that have no place are left out; where only y is missing, the line is broken. Of more than 5,000 points the
 * highest and the lowest of each stretch are kept. The figure says so. With more than ten series the last ones share a look.
 *
 * @param series a line with its name, or a list of them; `low` and `high` are the edges of a band around a line
 * @throws RangeError if the columns of a series have different lengths, or if a name comes twice
 * @example line({ name: "test", x: [1, 3, 5], y: [0.8, 0.9, 0.85] }, { title: "…", xTitle: "neighbours", yTitle: "accuracy" })
 */
export function line(series: Series | readonly Series[], options: LineOptions): LineFigure {
  const { marks = [], dates = false, xScale = "linear", yScale = "linear" } = options;
  const kinds: AxisKinds = { x: dates ? "dates" : xScale, y: yScale };
  const { points, names, notes } = pointsOfSeries(isList(series) ? series : [series], kinds);
  const placed = marks.map((mark) => withPlace(mark, kinds));
  const guide = hasPlace(options.guide, kinds) ? options.guide : undefined;
  const domains = domainsOf(points, placed, kinds, { ...options, guide });
  const encoding = {
    x: lineAxis("x", options.xTitle, kinds.x, domains.x),
    y: lineAxis("y", options.yTitle, kinds.y, domains.y),
    color: seriesColour(names),
  };
  return figureOf("line", options, [...notes, ...markNotes(placed), ...(options.notes ?? [])], points, {
    width: options.equalAxes ? 400 : 480,
    height: options.equalAxes ? 400 : 300,
    layer: [...lineLayers(points, encoding, { ...options, guide }), ...markLayers(placed)],
    encoding,
  });
}

function isList(series: Series | readonly Series[]): series is readonly Series[] {
  return Array.isArray(series);
}

function hasPlace(guide: Guide | undefined, kinds: AxisKinds): boolean {
  const ends = guide === undefined ? [] : [guide.from, guide.to];
  return ends.every(([x, y]) => isPlaced(x, kinds.x) && isPlaced(y, kinds.y));
}

function withPlace({ x, y, label }: Mark, kinds: AxisKinds): Mark {
  return { ...(isPlaced(x, kinds.x) ? { x } : {}), ...(isPlaced(y, kinds.y) ? { y } : {}), label };
}
