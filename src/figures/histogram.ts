import { drawableEntries } from "./drawable.ts";
import { extentOf, openExtent } from "./extent.ts";
import { classColours } from "./palette.ts";
import { multiple, type RoundStep, roundStep, stepsBelow } from "./round-steps.ts";
import { moreNotes } from "./sample.ts";
import { type Axis, type FigureOf, figureOf, type Words } from "./spec.ts";

export interface HistogramOptions extends Words {
  readonly xTitle: string;
  /** About how many bins, 1 to 200; their width is a round number. 30 unless given. */
  readonly bins?: number | undefined;
}

/** How many values of one column are at least `from` and less than `to`. */
export interface Bin {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** With a facet, each distribution has an axis of its own. */
export type HistogramFigure = FigureOf<
  "histogram",
  Bin,
  { readonly encoding: { readonly x: Axis; readonly facet?: object } }
>;

/** More distributions than this under one another are not compared. */
const MOST_PANELS = 20;

/**
 * How often values fall where: one distribution, or one under another on the same axis and with the same bins.
 *
 * Values that are not finite are left out, of more than 20 columns the first are drawn, and the figure says so.
 *
 * @param values one column, or columns by name
 * @throws RangeError if `bins` is not a whole number from 1 to 200
 * @example histogram({ alcohol: [14.2, 13.2], proline: [1065, 1050] }, { title: "Raw", xTitle: "value" })
 */
export function histogram(
  values: ArrayLike<number> | Readonly<Record<string, ArrayLike<number>>>,
  options: HistogramOptions,
): HistogramFigure {
  return histogramOf(isColumn(values) ? [[options.xTitle, values]] : Object.entries(values), options);
}

/** A histogram of columns in the order given. */
export function histogramOf(
  given: readonly (readonly [string, ArrayLike<number>])[],
  options: HistogramOptions,
): HistogramFigure {
  const { bins = 30, xTitle } = options;
  if (!Number.isInteger(bins) || bins < 1 || bins > 200)
    throw new RangeError(`histogram needs a whole number of bins from 1 to 200, got ${bins}.`);
  const { columns, notes } = drawableEntries(given.slice(0, MOST_PANELS));
  const all = columns.flatMap((column) => column.values);
  const edges = binEdges(all, bins);
  const more = moreNotes(given.length - MOST_PANELS, "column");
  const rows = columns.flatMap(({ name, values }) => countBins(name, values, edges));

  const row = { field: "name", type: "nominal", title: null, sort: columns.map(({ name }) => name) };
  return figureOf("histogram", options, [...notes, ...more], rows, {
    ...(columns.length > 1 ? { height: 80, resolve: { scale: { y: "independent" } } } : {}),
    mark: { type: "bar", color: classColours[0]?.hex },
    encoding: {
      x: { field: "from", bin: { binned: true }, type: "quantitative", title: xTitle },
      x2: { field: "to" },
      y: { field: "count", type: "quantitative", title: "count" },
      ...(columns.length > 1 ? { row } : {}),
    },
  });
}

function isColumn(values: object): values is ArrayLike<number> {
  return Array.isArray(values) || ArrayBuffer.isView(values);
}

/** Edges at round numbers, the last one above the largest value. Whole numbers get bins of whole width. */
function binEdges(values: readonly number[], bins: number): number[] {
  const [min, max] = openExtent(extentOf(values));
  let step: RoundStep = roundStep(max - min, bins);
  if (step.exponent < 0 && values.every(Number.isInteger)) step = { mantissa: 1, exponent: 0 };
  const first = stepsBelow(step, min);
  return Array.from({ length: stepsBelow(step, max) - first + 2 }, (_, i) => multiple(step, first + i));
}

function countBins(name: string, values: readonly number[], edges: readonly number[]): Bin[] {
  const counts = new Array<number>(edges.length - 1).fill(0);
  for (const value of values) {
    const bin = binOf(value, edges);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count, i) => ({ name, from: edges[i] ?? 0, to: edges[i + 1] ?? 0, count }));
}

/** The index of the last edge that is not above the value, by bisection. */
function binOf(value: number, edges: readonly number[]): number {
  let [low, high] = [0, edges.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}
