import { openExtent } from "./extent.ts";
import { type Mark, markLayers, markNotes, marksIn, placesExtent } from "./marks.ts";
import { classColours, classShapes } from "./palette.ts";
import { MOST_LABELS, type Point, type PointColumns, pointsOf } from "./points.ts";
import { type Axis, type FigureOf, figureOf, type Words } from "./spec.ts";

export type ScatterData = PointColumns;

export interface ScatterOptions extends Words {
  readonly xTitle: string;
  readonly yTitle: string;
  /** One unit is as long across as it is up, so that distances look as they are. */
  readonly equalAxes?: boolean | undefined;
  /** What the size of a point means, with its unit. */
  readonly sizeTitle?: string | undefined;
  /** Rules across the plot. */
  readonly marks?: readonly Mark[] | undefined;
}

export type ScatterFigure = FigureOf<"scatter", Point, ScatterDrawing>;

interface ScatterDrawing {
  /** As wide as high if the axes are equal. */
  readonly width: number;
  readonly height: number;
  /** Points, then names if there are some to draw, then marks. */
  readonly layer: readonly object[];
  readonly encoding: ScatterEncoding;
}

interface ScatterEncoding {
  readonly x: ScaledAxis;
  readonly y: ScaledAxis;
  readonly color?: {
    readonly field: "group";
    readonly type: "nominal";
    readonly title: null;
    readonly scale: { readonly domain: readonly string[]; readonly range: readonly string[] };
  };
  readonly size?: Axis & { readonly scale: object };
}

interface ScaledAxis extends Axis {
  /** A domain is given if the axes are equal; else the axis fits the points. */
  readonly scale: { readonly zero?: false; readonly domain?: readonly [number, number] };
}

/**
 * Points by two numbers, each class with a colour and a mark of its own, and by a third as their size.
 *
 * Points without a finite place are left out, of more than 5,000 an even sample is drawn, and the figure says so.
 *
 * @throws RangeError if the columns have different lengths
 * @example scatter({ x: [2.8, 3.1], y: [1065, 640], group: ["A", "B"] }, { title: "…", xTitle: "flavanoids", yTitle: "proline" })
 */
export function scatter(data: ScatterData, options: ScatterOptions): ScatterFigure {
  const { marks = [], equalAxes } = options;
  const { points, classes, notes } = pointsOf(data, "scatter");
  const markLayer = markLayers(marks);
  return figureOf("scatter", options, [...notes, ...markNotes(marks)], points, {
    width: 400,
    height: equalAxes ? 400 : 300,
    layer: [pointLayer(classes), ...labelLayers(points), ...markLayer],
    encoding: encodingOf(points, marksIn(markLayer), classes, options),
  });
}

function pointLayer(classes: readonly string[]): object {
  const shape = {
    field: "group",
    type: "nominal",
    title: null,
    scale: { domain: classes, range: classShapes },
  };
  return {
    mark: { type: "point", filled: true, opacity: 0.75, size: 50, color: classColours[0]?.hex },
    ...(classes.length > 0 ? { encoding: { shape } } : {}),
  };
}

function labelLayers(points: readonly Point[]): object[] {
  const labelled = points.filter(({ label }) => label !== undefined && label !== "").length;
  if (labelled === 0 || labelled > MOST_LABELS) return [];
  return [
    {
      name: "names",
      mark: { type: "text", align: "left", dx: 7 },
      encoding: { text: { field: "label", type: "nominal" }, size: { value: 11 } },
    },
  ];
}

function encodingOf(
  points: readonly Point[],
  marks: readonly Mark[],
  classes: readonly string[],
  { xTitle, yTitle, sizeTitle = "size", equalAxes }: ScatterOptions,
): ScatterEncoding {
  const x = openExtent(placesExtent("x", points, marks));
  const y = openExtent(placesExtent("y", points, marks));
  const length = Math.max(x[1] - x[0], y[1] - y[0]) * 1.05;
  const scaleOf = (extent: readonly [number, number]) =>
    equalAxes ? { domain: around(extent, length) } : ({ zero: false } as const);
  const color = {
    field: "group",
    type: "nominal",
    title: null,
    scale: { domain: classes, range: classColours.map(({ hex }) => hex) },
  } as const;
  return {
    x: { field: "x", type: "quantitative", title: xTitle, scale: scaleOf(x) },
    y: { field: "y", type: "quantitative", title: yTitle, scale: scaleOf(y) },
    ...(classes.length > 0 ? { color } : {}),
    ...(points[0]?.size === undefined ? {} : { size: sizeOf(points, sizeTitle) }),
  };
}

/** Areas are in proportion to amounts, unless some amounts lie below nothing. */
function sizeOf(points: readonly Point[], title: string): Axis & { scale: object } {
  const isBelowZero = points.some(({ size = 0 }) => size < 0);
  const scale = { zero: !isBelowZero, range: [isBelowZero ? 20 : 0, 400] };
  return { field: "size", type: "quantitative", title, scale };
}

function around([min, max]: readonly [number, number], length: number): [number, number] {
  const middle = min / 2 + max / 2;
  return [middle - length / 2, middle + length / 2];
}
