import { classColours } from "./palette.ts";
import type { BoxSize } from "./tree-layout.ts";
import type { TreeRow } from "./tree-rows.ts";

/** Where lines to branches turn, in pixels after the box of their question. */
const TURN = 12;
const GREY = "#7F7F7F";

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
  return {
    width,
    height,
    view: { stroke: null },
    encoding: { x: along("x", width), y: along("y", height, true) },
    layer: [...lineLayers(box), ...boxLayers(rows, classes, box), ...wordLayers()],
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

/** A box for each node, and along its lower side the shares of the classes. */
function boxLayers(rows: readonly TreeRow[], classes: readonly string[], box: BoxSize): object[] {
  const corner = [
    { calculate: `datum.x + ${box.width}`, as: "right" },
    { calculate: `datum.y + ${box.height}`, as: "bottom" },
  ];
  const colours = classColours.map(({ hex }) => hex);
  const outline = {
    transform: [...corner, { calculate: `${JSON.stringify(colours)}[datum.colour]`, as: "edge" }],
    mark: { type: "rect", filled: false, cornerRadius: 4, strokeWidth: 1.5 },
    encoding: {
      x2: { field: "right" },
      y2: { field: "bottom" },
      stroke: {
        condition: {
          test: "isValid(datum.edge) && datum.question == ''",
          field: "edge",
          type: "nominal",
          scale: null,
        },
        value: GREY,
      },
    },
  };
  if (!rows.some(({ shares }) => shares !== undefined)) return [outline];
  const strips = {
    transform: [
      { filter: "isValid(datum.shares)" },
      { calculate: `datum.y + ${box.height - 7}`, as: "top" },
      { calculate: `datum.y + ${box.height - 1}`, as: "foot" },
      { calculate: `datum.x + 1`, as: "left" },
      { flatten: ["shares"], as: ["share"] },
      {
        window: [
          { op: "sum", field: "share", as: "until" },
          { op: "row_number", as: "number" },
        ],
        groupby: ["x", "y"],
        frame: [null, 0],
      },
      { calculate: `datum.left + (datum.until - datum.share) * ${box.width - 2}`, as: "stripFrom" },
      { calculate: `datum.left + datum.until * ${box.width - 2}`, as: "stripTo" },
      { calculate: `${JSON.stringify(classes)}[datum.number - 1]`, as: "class" },
    ],
    mark: { type: "rect" },
    encoding: {
      x: { field: "stripFrom", type: "quantitative" },
      x2: { field: "stripTo" },
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
  return [strips, outline];
}

/** The question or the answer, and below it in small what is known of the node. */
function wordLayers(): object[] {
  const place = { type: "text", align: "left", baseline: "top", dx: 8 };
  const text = (field: string) => ({ text: { field, type: "nominal" } });
  return [
    { mark: { ...place, dy: 6, fontSize: 12, fontWeight: "bold" }, encoding: text("head") },
    { mark: { ...place, dy: 22, fontSize: 11 }, encoding: text("detail") },
  ];
}
