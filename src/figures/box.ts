import { drawableColumns } from "./drawable.ts";
import { extentOf, openExtent } from "./extent.ts";
import { classColours } from "./palette.ts";
import { type Axis, type FigureOf, figureOf, type Words } from "./spec.ts";
import { tukeyOf } from "./tukey.ts";

/** More outliers of one column than this are no longer told apart. */
const MOST_OUTLIERS = 100;

export interface BoxOptions extends Words {
  readonly xTitle: string;
}

/** Where one column's values lie, in its own unit. */
export interface Box {
  readonly name: string;
  readonly count: number;
  readonly lowerWhisker: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly upperWhisker: number;
  readonly outlierCount: number;
  /** Those that are drawn, ascending: of more than 100, an even choice from the smallest to the largest. */
  readonly outliers: readonly number[];
}

export type BoxFigure = FigureOf<"box", Box, { readonly encoding: { readonly x: Axis } }>;

/**
 * Each column as a box over its middle half, whiskers to the last values within 1.5 times its length, and the values
 * beyond as points: where columns lie, how they lean, what stands apart.
 *
 * Values that are not finite are left out, and the figure says how many. Quartiles lie between values as NumPy's do.
 *
 * @param values columns by name, in one unit
 * @example box({ Barolo: [1065, 1050, 1185], Barbera: [580, 590, 600] }, { title: "…", xTitle: "proline (mg/l)" })
 * @see https://en.wikipedia.org/wiki/Box_plot
 */
export function box(values: Readonly<Record<string, ArrayLike<number>>>, options: BoxOptions): BoxFigure {
  const { columns, notes } = drawableColumns(values);
  const boxes = columns.map(({ name, values }) => boxOf(name, values));
  const title = options.xTitle;
  const color = classColours[0]?.hex;
  const y = { field: "name", type: "nominal", title: null, sort: null, axis: { labelLimit: 240 } };
  const place = (field: keyof Box | "outlier") => ({ field, type: "quantitative", title }) as const;
  return figureOf("box", options, [...notes, ...outlierNotes(boxes)], boxes, {
    layer: [
      { mark: { type: "rule", color }, encoding: { x2: { field: "upperWhisker" } } },
      {
        mark: { type: "bar", color, size: 14 },
        encoding: { x: place("lowerQuartile"), x2: { field: "upperQuartile" } },
      },
      {
        mark: { type: "tick", color: "#FFFFFF", size: 14, thickness: 2 },
        encoding: { x: place("median") },
      },
      ...(boxes.some(({ outlierCount }) => outlierCount > 0) ? [outlierLayer(place("outlier"))] : []),
    ],
    encoding: { x: { ...place("lowerWhisker"), scale: scaleOf(boxes) }, y },
  });
}

function outlierLayer(x: object): object {
  return {
    transform: [{ flatten: ["outliers"], as: ["outlier"] }],
    mark: { type: "point", color: classColours[0]?.hex, size: 24 },
    encoding: { x },
  };
}

/** An axis as long as the values need, and of some length if all are the same. */
function scaleOf(boxes: readonly Box[]): object {
  const [min, max] = boxExtent(boxes);
  return min < max ? { zero: false } : { domain: openExtent([min, max]) };
}

/** From the smallest to the largest value in any of the boxes. */
export function boxExtent(boxes: readonly Box[]): [number, number] {
  return extentOf(
    boxes.flatMap(({ lowerWhisker, upperWhisker, outliers }) => [
      Math.min(lowerWhisker, outliers[0] ?? lowerWhisker),
      Math.max(upperWhisker, outliers.at(-1) ?? upperWhisker),
    ]),
  );
}

function boxOf(name: string, values: readonly number[]): Box {
  const { outliers, ...places } = tukeyOf(values);
  const count = values.length;
  return { name, count, ...places, outlierCount: outliers.length, outliers: evenly(outliers, MOST_OUTLIERS) };
}

/** So many of the values at even distances in their order, ends included; all if there are no more. */
function evenly(values: readonly number[], most: number): readonly number[] {
  if (values.length <= most) return values;
  const at = (i: number) => Math.round((i * (values.length - 1)) / (most - 1));
  return Array.from({ length: most }, (_, i) => values[at(i)] ?? 0);
}

function outlierNotes(boxes: readonly Box[]): string[] {
  return boxes
    .filter(({ outlierCount, outliers }) => outlierCount > outliers.length)
    .map(
      ({ name, outlierCount, outliers }) =>
        `Of the ${outlierCount} outliers in ${name} ${outliers.length} are drawn.`,
    );
}
