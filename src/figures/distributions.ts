import { drawableEntries } from "./drawable.ts";
import { type HistogramFigure, histogramOf } from "./histogram.ts";
import { classColours } from "./palette.ts";
import { moreNotes } from "./sample.ts";
import { figureOf, type Words } from "./spec.ts";

export interface DistributionsOptions extends Words {
  /** How many columns are drawn at most, the first of them. 12 unless given. */
  readonly most?: number | undefined;
}

/** Each histogram is small. */
const BINS = 15;
const PANELS_IN_A_ROW = 3;

/**
 * How often values fall where, in a small histogram for each column: every one on an axis of its own, for columns that share no unit.
 *
 * Values that are not finite are left out, and the figure says so.
 *
 * @param values columns by name; the name is where a unit can stand
 * @throws RangeError if `most` is not a whole number above zero
 * @example distributions({ "alcohol (% vol)": [14.2, 13.2], "proline (mg/l)": [1065, 1050] }, { title: "…" })
 */
export function distributions(
  values: Readonly<Record<string, ArrayLike<number>>>,
  { most = 12, ...words }: DistributionsOptions,
): HistogramFigure {
  if (!Number.isInteger(most) || most < 1)
    throw new RangeError(`distributions needs a whole number of columns to draw, got ${most}.`);
  const given = Object.entries(values);
  const { columns, notes } = drawableEntries(given.slice(0, most));
  const bins = columns.flatMap(
    ({ name, values }) =>
      histogramOf([[name, values]], { title: "", xTitle: "", bins: BINS }).spec.data.values,
  );
  const more = moreNotes(given.length - most, "column");
  const sort = columns.map(({ name }) => name);
  return figureOf("histogram", words, [...notes, ...more], bins, {
    width: 180,
    height: 64,
    spacing: 16,
    resolve: { scale: { x: "independent", y: "independent" } },
    mark: { type: "bar", color: classColours[0]?.hex },
    encoding: {
      x: {
        field: "from",
        bin: { binned: true },
        type: "quantitative",
        title: "",
        axis: { tickCount: 3 },
      },
      x2: { field: "to" },
      y: { field: "count", type: "quantitative", title: null, axis: { tickCount: 2 } },
      facet: { field: "name", type: "nominal", title: null, sort, columns: PANELS_IN_A_ROW },
    },
  });
}
