import { type Box, type BoxFigure, boxExtent } from "../box.ts";
import { belowAxis, besideNames, gutterOf, ticksAcross } from "./axes.ts";
import { numberColumns } from "./number-columns.ts";
import type { Pen } from "./pen.ts";
import { placeOn, roundScale, type Scale } from "./scale.ts";
import { cellsOf, flow, padStart } from "./words.ts";

/** More rows than this are no picture. */
const MOST_ROWS = 60;
/** A plot narrower than this shows too little to give room to numbers. */
const LEAST_COLUMNS = 32;

/** Draws a row for each column: a box over its middle half, whiskers to its sides, the outliers as points. */
export function drawBox({ spec }: BoxFigure, pen: Pen): string[] {
  const boxes = spec.data.values.slice(0, MOST_ROWS);
  const names = boxes.map(({ name }) => pen.fit(name, Math.floor(pen.width * 0.3)));
  const { header, labels } = labelled(names, boxes, pen);
  const gutter = gutterOf(labels);
  const columns = pen.width - gutter;
  const scale = roundScale(boxExtent(boxes));
  const ticks = ticksAcross(scale, columns, (value) => placeOn(scale, value, columns));
  const rows = boxes.map((box) => rowOf(box, scale, columns, pen));
  const unseen = spec.data.values.length - boxes.length;
  return [
    ...flow(keyOf(boxes, pen), pen.width),
    ...(header === "" ? [] : [pen.faint(header)]),
    ...besideNames(rows, labels, gutter, pen),
    ...belowAxis(ticks, spec.encoding.x.title, { gutter, columns }, pen),
    ...(unseen > 0 ? pen.lines(`${unseen} more columns are not drawn.`) : []),
  ];
}

/** Names with as many numbers as leave room for the plot. */
function labelled(
  names: readonly string[],
  boxes: readonly Box[],
  pen: Pen,
): { header: string; labels: readonly string[] } {
  const namesCells = Math.max(...names.map(cellsOf));
  const outliers = { outliers: boxes.map(({ outlierCount }) => outlierCount) };
  const medians = { median: boxes.map(({ median }) => median) };
  const quartiles = {
    "25%": boxes.map(({ lowerQuartile }) => lowerQuartile),
    ...medians,
    "75%": boxes.map(({ upperQuartile }) => upperQuartile),
  };
  const padded = names.map((name) => padStart(name, namesCells));
  const choices = [
    { ...quartiles, ...outliers },
    { ...medians, ...outliers },
  ].map((columns) => {
    const { header, rows } = numberColumns(columns, pen);
    const labels = padded.map((name, i) => `${name}  ${rows[i]}`);
    return { header: `${" ".repeat(namesCells)}  ${header}`, labels };
  });
  const readable = choices.find(({ labels }) => pen.width - gutterOf(labels) >= LEAST_COLUMNS);
  return readable ?? { header: "", labels: padded };
}

function outlierSign(pen: Pen): string {
  return pen.isAscii ? "o" : "○";
}

function keyOf(boxes: readonly Box[], pen: Pen): string[] {
  const { start, end, box, median } = pen.glyphs.range;
  const hasOutliers = boxes.some(({ outlierCount }) => outlierCount > 0);
  const meanings = [
    [start + pen.glyphs.across + end, "all but outliers"],
    [box, "middle half"],
    [median, "median"],
    ...(hasOutliers ? [[outlierSign(pen), "outlier"]] : []),
  ];
  return meanings.map(([sign = "", meaning]) => `${pen.inColour(sign)} ${meaning}`);
}

function rowOf(box: Box, scale: Scale, columns: number, pen: Pen): string {
  const { start, end, box: filled, median } = pen.glyphs.range;
  const at = (value: number) => placeOn(scale, value, columns);
  const cells = new Array<string>(columns).fill(" ");
  for (const value of box.outliers) cells[at(value)] = outlierSign(pen);
  cells.fill(pen.glyphs.across, at(box.lowerWhisker), at(box.upperWhisker) + 1);
  cells[at(box.lowerWhisker)] = start;
  cells[at(box.upperWhisker)] = end;
  cells.fill(filled, at(box.lowerQuartile), at(box.upperQuartile) + 1);
  cells[at(box.median)] = median;
  const row = cells.join("").trimEnd();
  const first = row.search(/\S/);
  return row.slice(0, first) + pen.inColour(row.slice(first));
}
