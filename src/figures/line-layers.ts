import type { LineAxis } from "./line-axis.ts";
import { classColours } from "./palette.ts";
import type { LinePoint } from "./series.ts";

/** A straight line to compare with. */
export interface Guide {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly label: string;
}

/** The layer of a spec that holds the guide. */
interface GuideLayer {
  readonly name: "guide";
  readonly data: { readonly values: readonly Guide[] };
}

export interface SeriesColour {
  readonly field: "name";
  readonly type: "nominal";
  readonly title: null;
  readonly scale: { readonly domain: readonly string[]; readonly range: readonly string[] };
  readonly legend: object;
}

/** Dashes and gaps in pixels, so that lines can be told apart without their colours. */
const strokes: readonly (readonly number[])[] = [
  [1, 0],
  [7, 3],
  [2, 3],
  [9, 3, 2, 3],
  [4, 2],
  [12, 4],
  [9, 3, 2, 3, 2, 3],
  [1, 2],
  [5, 5],
  [14, 3, 4, 3],
];

/** Letters in a name beyond which the legend gives each name a line, and beyond which it leaves out its middle. */
const LONG = 24;
const shortLabel =
  "length(datum.label) > 48 ? slice(datum.label, 0, 28) + '…' + slice(datum.label, -19) : datum.label";

/** A colour for each series, in their order. */
export function seriesColour(names: readonly string[]): SeriesColour {
  return {
    field: "name",
    type: "nominal",
    title: null,
    scale: { domain: names, range: classColours.map(({ hex }) => hex) },
    legend: {
      orient: "top",
      columns: names.some((name) => name.length > LONG) ? 1 : 2,
      labelExpr: shortLabel,
      labelLimit: 500,
      symbolType: "stroke",
      symbolSize: 300,
      symbolOpacity: 1,
    },
  };
}

/** Bands, the guide, lines and points, from the back to the front. */
export function lineLayers(
  points: readonly LinePoint[],
  { y, color }: { readonly y: LineAxis; readonly color: SeriesColour },
  options: { readonly points?: boolean | undefined; readonly guide?: Guide | undefined },
): object[] {
  const own = { detail: { field: "series", type: "nominal" } };
  const edges = { y: { ...y, field: "low" }, y2: { field: "high" } };
  const band = {
    name: "band",
    mark: { type: "area", opacity: 0.2, order: false },
    encoding: { ...own, ...edges },
  };
  const strokeDash = { ...color, scale: { domain: color.scale.domain, range: strokes } };
  const line = {
    // In the order of the rows, where Vega-Lite would sort by x.
    mark: { type: "line", strokeWidth: 2, order: false },
    encoding: { ...own, strokeDash },
  };
  const dots = {
    name: "points",
    ...(options.points ? {} : { transform: [{ filter: "datum.alone" }] }),
    mark: { type: "point", filled: true, size: 36, opacity: 1 },
  };
  return [
    ...(points.some(({ low }) => low !== undefined) ? [band] : []),
    ...(options.guide === undefined ? [] : [guideLayer(options.guide)]),
    line,
    ...(options.points || points.some(({ alone }) => alone) ? [dots] : []),
  ];
}

/** The guide in a spec's layers, if there is one. */
export function guideIn(layers: readonly object[]): Guide | undefined {
  return layers.find(isGuideLayer)?.data.values[0];
}

function isGuideLayer(layer: object): layer is GuideLayer {
  return "name" in layer && layer.name === "guide";
}

/** Its name stands along it, a third of its way from its end. */
function guideLayer(guide: Guide): object {
  const plain = { color: { value: "#7F7F7F" } };
  const middle = [0, 1].map((axis) => (guide.from[axis] ?? 0) / 3 + ((guide.to[axis] ?? 0) * 2) / 3);
  return {
    name: "guide",
    data: { values: [{ ...guide, x: guide.from[0], y: guide.from[1], toX: guide.to[0], toY: guide.to[1] }] },
    layer: [
      {
        mark: { type: "rule", strokeWidth: 1.5, strokeDash: [2, 3] },
        encoding: { ...plain, x2: { field: "toX" }, y2: { field: "toY" } },
      },
      {
        mark: { type: "text", align: "left", baseline: "top", dx: 5, dy: 1 },
        encoding: {
          ...plain,
          x: { datum: middle[0] },
          y: { datum: middle[1] },
          text: { field: "label", type: "nominal" },
        },
      },
    ],
  };
}
