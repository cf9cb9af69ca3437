import { isDrawable } from "./drawable.ts";
import { extentOf } from "./extent.ts";

/** A rule across a plot, at a place on its x axis, its y axis or both, and what it says. */
export interface Mark {
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  readonly label: string;
}

/** The layer of a spec that holds the marks. */
export interface MarkLayer {
  readonly name: "marks";
  readonly data: { readonly values: readonly Mark[] };
  readonly layer: readonly object[];
}

/** A layer that draws the marks over a plot; none if none of them has a place. */
export function markLayers(marks: readonly Mark[]): MarkLayer[] {
  const values = marks.filter(({ x, y }) => isDrawable(x) || isDrawable(y)).map(withPlace);
  if (values.length === 0) return [];
  const rule = { type: "rule", strokeDash: [4, 3] };
  const text = { field: "label", type: "nominal" };
  // Whatever the plot's colours and sizes mean, a mark has none of it.
  const plain = { color: { value: "#7F7F7F" }, size: { value: 1 } };
  const words = { ...plain, size: { value: 11 }, text };
  const upwards = [
    { mark: rule, encoding: { ...plain, y: { value: 0 }, y2: { value: "height" } } },
    {
      mark: { type: "text", align: "left", baseline: "top", dx: 4, dy: 2 },
      encoding: { ...words, y: { value: 0 } },
    },
  ];
  const across = [
    { mark: rule, encoding: { ...plain, x: { value: 0 }, x2: { value: "width" } } },
    {
      mark: { type: "text", align: "right", baseline: "bottom", dx: -2, dy: -3 },
      encoding: { ...words, x: { value: "width" } },
    },
  ];
  // Vega-Lite would warn of a layer without a row.
  const layer = [...layersOf("x", upwards, values), ...layersOf("y", across, values)];
  return [{ name: "marks", data: { values }, layer }];
}

function layersOf(axis: "x" | "y", layers: readonly object[], marks: readonly Mark[]): object[] {
  const transform = [{ filter: `isValid(datum.${axis})` }];
  return marks.some((mark) => mark[axis] !== undefined)
    ? layers.map((layer) => ({ transform, ...layer }))
    : [];
}

/** Says which marks have no place to be drawn at. */
export function markNotes(marks: readonly Mark[]): string[] {
  return marks
    .filter(({ x, y }) => !isDrawable(x) && !isDrawable(y))
    .map(({ label }) => `Mark left out: ${label} has no place that can be drawn.`);
}

/** The extent along one axis of points and of the marks that cross it. */
export function placesExtent(
  axis: "x" | "y",
  points: readonly { readonly x: number; readonly y: number }[],
  marks: readonly Mark[],
): [number, number] {
  const across = marks.map((mark) => mark[axis]).filter((place) => place !== undefined);
  return extentOf([...points.map((point) => point[axis]), ...across]);
}

/** The marks in a spec's layers. */
export function marksIn(layers: readonly object[]): readonly Mark[] {
  return layers.find(isMarkLayer)?.data.values ?? [];
}

function isMarkLayer(layer: object): layer is MarkLayer {
  return "name" in layer && layer.name === "marks";
}

function withPlace({ x, y, label }: Mark): Mark {
  return { ...(isDrawable(x) ? { x } : {}), ...(isDrawable(y) ? { y } : {}), label };
}
