import { boundaryClasses } from "./boundary-classes.ts";
import { type Plane, type Region, regionsOf } from "./boundary-regions.ts";
import { extentOf, openExtent } from "./extent.ts";
import { classColours, classShapes } from "./palette.ts";
import { rowsOf } from "./points.ts";
import { type Axis, type FigureOf, figureOf, type Words } from "./spec.ts";

export interface BoundaryData {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Each point's class. */
  readonly group: ArrayLike<string | number>;
  /** The classes in the order of the probabilities. */
  readonly classes: readonly (string | number)[];
  /** Gets rows `[n, 2]` of x and y, gives probabilities `[n, nClasses]`; asked once, for all of the plane. */
  readonly predictProba: (X: number[][]) => number[][];
  /** Places across and as many up, 2 to 300. 80 unless given. */
  readonly cells?: number | undefined;
}

export interface BoundaryOptions extends Words {
  readonly xTitle: string;
  readonly yTitle: string;
}

export interface BoundaryPoint {
  readonly x: number;
  readonly y: number;
  readonly group: string;
}

export type BoundaryFigure = FigureOf<"boundary", BoundaryPoint, BoundaryDrawing>;

interface BoundaryDrawing {
  /** Regions, and points upon them. */
  readonly layer: readonly [{ readonly data: { readonly values: readonly Region[] } }, object];
  readonly encoding: {
    readonly x: BoundaryAxis;
    readonly y: BoundaryAxis;
    readonly color: { readonly scale: { readonly domain: readonly string[] } };
  };
}

interface BoundaryAxis extends Axis {
  readonly scale: { readonly domain: readonly [number, number] };
}

/** More points than this hide what is under them. */
const MOST_POINTS = 1000;

/**
 * What a classifier of two features would say everywhere, and how surely, under the points.
 *
 * Points without a finite place are left out, of more than 1,000 an even sample is drawn, and the figure says so.
 *
 * @throws RangeError if the columns have different lengths, `cells` is out of its range, or a row gets other than a
 *   probability for each class
 * @example decisionBoundary({ x, y, group, classes: model.classes, predictProba: (X) => model.predictProba(X) },
 *   { title: "Two growers live apart", xTitle: "flavanoids (g/l)", yTitle: "proline (mg/l)" })
 */
export function decisionBoundary(data: BoundaryData, options: BoundaryOptions): BoundaryFigure {
  const { x, y, group, cells = 80 } = data;
  if (!Number.isInteger(cells) || cells < 2 || cells > 300)
    throw new RangeError(`decisionBoundary needs a whole number of cells from 2 to 300, got ${cells}.`);
  const { placed, drawn, notes } = rowsOf({ x, y, group }, "decisionBoundary", MOST_POINTS);
  const nameOf = (i: number) => String(group[i]);
  const { names, drawnAs } = boundaryClasses(data.classes, placed.map(nameOf));
  const points = drawn.map((i) => ({ x: Number(x[i]), y: Number(y[i]), group: drawnAs(nameOf(i)) }));
  const plane = planeOf(points);
  const groups = data.classes.map((name) => drawnAs(String(name)));
  const { regions, unanswered } =
    points.length === 0 ? { regions: [], unanswered: 0 } : regionsOf(plane, cells, groups, data.predictProba);
  const silence = `No answer at ${unanswered} of ${cells ** 2} places: no probability there is a number.`;
  return figureOf("boundary", options, unanswered === 0 ? notes : [...notes, silence], points, {
    width: 400,
    height: 320,
    layer: [regionLayer(regions, groups.length), pointLayer(names)],
    encoding: encodingOf(plane, names, options),
  });
}

/** All points, and a twentieth of their extent around them. */
function planeOf(points: readonly BoundaryPoint[]): Plane {
  const along = (axis: "x" | "y"): [number, number] => {
    const [min, max] = openExtent(extentOf(points.map((point) => point[axis])));
    const margin = (max - min) / 20;
    return [min - margin, max + margin];
  };
  return { x: along("x"), y: along("y") };
}

function regionLayer(regions: readonly Region[], classes: number) {
  return {
    data: { values: regions },
    mark: { type: "rect" },
    encoding: {
      x2: { field: "x2" },
      y2: { field: "y2" },
      opacity: {
        field: "sureness",
        type: "quantitative",
        title: "sureness",
        scale: { domain: [1 / Math.max(classes, 2), 1], range: [0.1, 0.55], clamp: true },
        legend: { format: ".0%", tickCount: 5, symbolFillColor: "#7F7F7F", symbolStrokeWidth: 0 },
      },
    },
  };
}

function pointLayer(names: readonly string[]) {
  return {
    mark: { type: "point", filled: true, opacity: 1, size: 45, stroke: "white", strokeWidth: 0.7 },
    encoding: {
      shape: { field: "group", type: "nominal", title: null, scale: { domain: names, range: classShapes } },
    },
  };
}

function encodingOf({ x, y }: Plane, names: readonly string[], { xTitle, yTitle }: BoundaryOptions) {
  const axis = (field: string, title: string, domain: readonly [number, number]) =>
    ({ field, type: "quantitative", title, scale: { domain, nice: false } }) as const;
  return {
    x: axis("x", xTitle, x),
    y: axis("y", yTitle, y),
    color: {
      field: "group",
      type: "nominal",
      title: null,
      scale: { domain: names, range: classColours.map(({ hex }) => hex) },
    },
  };
}
