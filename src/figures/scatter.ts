import { type ClassName, classesOf } from "./classes.ts";
import { isDrawable, leftOutNotes } from "./drawable.ts";
import { extentOf, openExtent } from "./extent.ts";
import { classColours, classShapes } from "./palette.ts";
import { type Axis, type FigureOf, figureOf, type Words } from "./spec.ts";

/** More names than this hide the points that they name. */
const MOST_LABELS = 20;

/** A column each, all of one length. */
export interface ScatterData {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Each point's class. */
  readonly group?: ArrayLike<ClassName> | undefined;
  /** Each point's own name, `""` for none; drawn if at most 20 have one. */
  readonly labels?: ArrayLike<string> | undefined;
}

export interface ScatterOptions extends Words {
  readonly xTitle: string;
  readonly yTitle: string;
  /** One unit is as long across as it is up, so that distances look as they are. */
  readonly equalAxes?: boolean | undefined;
}

export interface Point {
  readonly x: number;
  readonly y: number;
  readonly group?: string;
  readonly label?: string;
}

export type ScatterFigure = FigureOf<"scatter", Point, ScatterDrawing>;

interface ScatterDrawing {
  /** As wide as high if the axes are equal. */
  readonly width: number;
  readonly height: number;
  /** Points, then names if there are some to draw. */
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
}

interface ScaledAxis extends Axis {
  /** A domain is given if the axes are equal; else the axis fits the points. */
  readonly scale: { readonly zero?: false; readonly domain?: readonly [number, number] };
}

/**
 * Points by two numbers, each class with a colour and a mark of its own.
 *
 * Points without a finite place are left out, and the figure says how many.
 *
 * @throws RangeError if the columns have different lengths
 * @example scatter({ x: [2.8, 3.1], y: [1065, 640], group: ["A", "B"] }, { title: "…", xTitle: "flavanoids", yTitle: "proline" })
 */
export function scatter(data: ScatterData, options: ScatterOptions): ScatterFigure {
  const { points, classes } = pointsOf(data);
  const labelled = points.filter(({ label }) => label !== undefined && label !== "").length;
  const notes = [
    ...leftOutNotes(data.x.length - points.length, data.x.length, "points"),
    ...placeNotes(points),
    ...(labelled > MOST_LABELS ? [`Names of points left out: ${labelled} are too many to read.`] : []),
  ];
  const shape = {
    field: "group",
    type: "nominal",
    title: null,
    scale: { domain: classes, range: classShapes },
  };
  const pointLayer = {
    mark: { type: "point", filled: true, opacity: 0.75, size: 50, color: classColours[0]?.hex },
    ...(classes.length > 0 ? { encoding: { shape } } : {}),
  };
  const labelLayer = {
    mark: { type: "text", align: "left", dx: 7 },
    encoding: { text: { field: "label", type: "nominal" } },
  };
  return figureOf("scatter", options, notes, points, {
    width: 400,
    height: options.equalAxes ? 400 : 300,
    layer: labelled > 0 && labelled <= MOST_LABELS ? [pointLayer, labelLayer] : [pointLayer],
    encoding: encodingOf(points, classes, options),
  });
}

function pointsOf({ x, y, group, labels }: ScatterData): { points: Point[]; classes: string[] } {
  for (const [name, column] of Object.entries({ y, group, labels })) {
    if (column !== undefined && column.length !== x.length)
      throw new RangeError(`scatter needs as many ${name} as x, got ${column.length} and ${x.length}.`);
  }
  const rows = Array.from(x, (_, i) => i).filter((i) => isDrawable(x[i]) && isDrawable(y[i]));
  const { of, classes } = classesOf(group === undefined ? [] : rows.map((i) => group[i]));
  const points = rows.map((i, place) => ({
    x: Number(x[i]),
    y: Number(y[i]),
    ...(group === undefined ? {} : { group: of[place] ?? "" }),
    ...(labels === undefined ? {} : { label: labels[i] ?? "" }),
  }));
  return { points, classes };
}

function placeNotes(points: readonly Point[]): string[] {
  const [first] = points;
  if (first === undefined) return ["Nothing to draw: no points."];
  if (points.length === 1) return ["Only one point."];
  const isOnePlace = points.every(({ x, y }) => x === first.x && y === first.y);
  return isOnePlace ? [`All ${points.length} points lie at one place.`] : [];
}

function encodingOf(points: readonly Point[], classes: string[], options: ScatterOptions): ScatterEncoding {
  const x = openExtent(extentOf(points.map((point) => point.x)));
  const y = openExtent(extentOf(points.map((point) => point.y)));
  const length = Math.max(x[1] - x[0], y[1] - y[0]) * 1.05;
  const scaleOf = (extent: readonly [number, number]) =>
    options.equalAxes ? { domain: around(extent, length) } : ({ zero: false } as const);
  const color = {
    field: "group",
    type: "nominal",
    title: null,
    scale: { domain: classes, range: classColours.map(({ hex }) => hex) },
  } as const;
  return {
    x: { field: "x", type: "quantitative", title: options.xTitle, scale: scaleOf(x) },
    y: { field: "y", type: "quantitative", title: options.yTitle, scale: scaleOf(y) },
    ...(classes.length > 0 ? { color } : {}),
  };
}

function around([min, max]: readonly [number, number], length: number): [number, number] {
  const middle = min / 2 + max / 2;
  return [middle - length / 2, middle + length / 2];
}
