import { drawableEntries } from "./drawable.ts";
import { classColours } from "./palette.ts";
import { quantile } from "./quantile.ts";
import { moreNotes } from "./sample.ts";
import { type Axis, type FigureOf, figureOf, type Words } from "./spec.ts";

export interface RangesOptions extends Words {
  readonly xTitle: string;
}

/** Where a column's values lie, in the column's own unit. */
export interface Range {
  readonly name: string;
  readonly min: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly max: number;
}

export type RangesFigure = FigureOf<"ranges", Range, { readonly encoding: { readonly x: Axis } }>;

/** More columns than this are no picture. */
const MOST_RANGES = 60;

/**
 * Smallest value, quartiles and largest value of each column on one axis, a row each, to compare their scales.
 *
 * Values that are not finite are left out, of more than 60 columns the first are drawn, and the figure says so. Quartiles lie between values as NumPy's do.
 *
 * @example ranges({ alcohol: [14.2, 13.2], proline: [1065, 1050] }, { title: "Raw", xTitle: "value" })
 * @see https://numpy.org/doc/stable/reference/generated/numpy.quantile.html
 */
export function ranges(
  values: Readonly<Record<string, ArrayLike<number>>>,
  options: RangesOptions,
): RangesFigure {
  const entries = Object.entries(values);
  const { columns, notes } = drawableEntries(entries.slice(0, MOST_RANGES));
  const more = moreNotes(entries.length - MOST_RANGES, "column");
  const rows = columns.map(({ name, values }) => rangeOf(name, values));
  const color = classColours[0]?.hex;
  const y = { field: "name", type: "nominal", title: null, sort: null };
  return figureOf("ranges", options, [...notes, ...more], rows, {
    layer: [
      { mark: { type: "rule", color }, encoding: { x2: { field: "max" } } },
      {
        mark: { type: "bar", color, size: 12 },
        encoding: { x: { field: "lowerQuartile", type: "quantitative" }, x2: { field: "upperQuartile" } },
      },
      {
        mark: { type: "tick", color: "white", size: 12 },
        encoding: { x: { field: "median", type: "quantitative" } },
      },
    ],
    encoding: {
      x: { field: "min", type: "quantitative", title: options.xTitle, scale: { zero: false } },
      y,
    },
  });
}

function rangeOf(name: string, values: readonly number[]): Range {
  const sorted = Float64Array.from(values).sort();
  return {
    name,
    min: quantile(sorted, 0),
    lowerQuartile: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upperQuartile: quantile(sorted, 0.75),
    max: quantile(sorted, 1),
  };
}
