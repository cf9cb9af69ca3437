import { classColours } from "./palette.ts";
import { type BoxSize, DETAIL_SIZE, HEAD_SIZE } from "./tree-layout.ts";
import type { TreeRow } from "./tree-rows.ts";

/** Where lines to branches turn, in pixels after the box of their question. */
const TURN = 12;
const GREY = "#7F7F7F";
const colours = classColours.map(({ hex }) => hex);

/** The nodes of a tree as boxes with lines between them, at the pixels that the rows give. */
export function treeView(rows: readonly TreeRow[], classes: readonly string[], box: BoxSize): object {
  const width = rows.reduce((most, { x }) => Math.max(most, x), 0) + box.width;
  const height = rows.reduce((most, { y }) => Math.max(most, y), 0) + box.height;
  const along = (field: string, size: number, isReversed = false) => ({
    field,
    type: "quantitative",
    axis: null,
    scale: { domain: isReversed ? [size, 0] : [0, size], nice: false, zero: false },
  });
  const hasShares = rows.some(({ shares }) => shares !== undefined);
  const shares = hasShares ? [shareLayer(classes, box)] : [];
  return {
    width,
    height,
    view: { stroke: null },
    encoding: { x: along("x", width), y: along("y", height, true) },
    layer: [...lineLayers(box), ...shares, outlineLayer(box), ...wordLayers()],
  };
}

/** From the question across, up or down, and across to the branch, with its yes or no. */
function lineLayers({ height }: BoxSize): object[] {
  const transform = [
    { filter: "isValid(datum.from)" },
    { calculate: `datum.from.x + ${TURN}`, as: "turn" },
    { calculate: `datum.y + ${height / 2}`, as: "middle" },
    { calculate: "datum.from.x", as: "start" },
    { calculate: "datum.from.y", as: "height" },
  ];
  const mark = { type: "rule", color: GREY };
  const at = (field: string) => ({ field, type: "quantitative" });
  return [
    { transform, mark, encoding: { x: at("start"), x2: { field: "turn" }, y: at("height") } },
    { transform, mark, encoding: { x: at("turn"), y: at("height"), y2: { field: "middle" } } },
    { transform, mark, encoding: { x: at("turn"), x2: { field: "x" }, y: at("middle") } },
    {
      transform,
      mark: { type: "text", align: "left", baseline: "bottom", dx: 5, dy: -2, fontSize: 11 },
      encoding: { x: at("turn"), y: at("middle"), text: { field: "branch", type: "nominal" } },
    },
  ];
}

/** A box for each node, in the colour of its class where it answers. */
function outlineLayer({ width, height }: BoxSize): object {
  const test = "isValid(datum.edge) && datum.question == ''";
  return {
    transform: [
      { calculate: `datum.x + ${width}`, as: "right" },
      { calculate: `datum.y + ${height}`, as: "bottom" },
      { calculate: `${JSON.stringify(colours)}[datum.colour]`, as: "edge" },
    ],
    mark: { type: "rect", filled: false, cornerRadius: 4, strokeWidth: 1.5 },
    encoding: {
      x2: { field: "right" },
      y2: { field: "bottom" },
      stroke: { condition: { test, field: "edge", type: "nominal", scale: null }, value: GREY },
    },
  };
}

/** Along the lower side of each box the shares of the classes. */
function shareLayer(classes: readonly string[], { width, height }: BoxSize): object {
  const sums = [
    { op: "sum", field: "share", as: "until" },
    { op: "row_number", as: "number" },
  ];
  return {
    transform: [
      { filter: "isValid(datum.shares)" },
      { calculate: `datum.y + ${height - 7}`, as: "top" },
      { calculate: `datum.y + ${height - 1}`, as: "foot" },
      { flatten: ["shares"], as: ["share"] },
      { window: sums, groupby: ["x", "y"], frame: [null, 0] },
      { calculate: `datum.x + 1 + (datum.until - datum.share) * ${width - 2}`, as: "start" },
      { calculate: `datum.x + 1 + datum.until * ${width - 2}`, as: "end" },
      { calculate: `${JSON.stringify(classes)}[datum.number - 1]`, as: "class" },
    ],
    mark: { type: "rect" },
    encoding: {
      x: { field: "start", type: "quantitative" },
      x2: { field: "end" },
      y: { field: "top", type: "quantitative" },
      y2: { field: "foot" },
      color: {
        field: "class",
        type: "nominal",
        title: null,
        scale: { domain: classes, range: colours },
        legend: { orient: "top", direction: "horizontal" },
      },
    },
  };
}

/** The question or the answer, and below it in small what is known of the node. */
function wordLayers(): object[] {
  // Words are as short as the box needs, and Vega would cut them by a guess at their width.
  const place = { type: "text", align: "left", baseline: "top", dx: 8, limit: 0 };
  const text = (field: string) => ({ text: { field, type: "nominal" } });
  return [
    { mark: { ...place, dy: 6, fontSize: HEAD_SIZE, fontWeight: "bold" }, encoding: text("head") },
    { mark: { ...place, dy: 22, fontSize: DETAIL_SIZE }, encoding: text("detail") },
  ];
}
