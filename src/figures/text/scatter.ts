import { extentOf } from "../extent.ts";
import type { Point, ScatterFigure } from "../scatter.ts";
import { belowAxis, besideAxis, gutterOf, ticksAcross } from "./axes.ts";
import { DOTS_ACROSS, DOTS_UP } from "./braille.ts";
import { type Cloud, type Dot, dotCloud, markCloud, type Size, shadeCloud } from "./cloud.ts";
import { gridLines } from "./grid.ts";
import type { Pen } from "./pen.ts";
import { withNames } from "./point-names.ts";
import { placeOn, roundScale, type Scale, ticksOn } from "./scale.ts";
import { flow } from "./words.ts";

/** With more points than this for each cell, dots run together and shades say more. */
const CROWDED = 3;

/** A plot's cells, and the scales and labels of its two sides. */
interface Frame extends Size {
  readonly xScale: Scale;
  readonly yScale: Scale;
  readonly yLabels: readonly string[];
  readonly gutter: number;
}

/** Draws points as braille dots, by class as marks, and in a crowd as shades. */
export function drawScatter({ spec }: ScatterFigure, pen: Pen): string[] {
  const { x, y, color } = spec.encoding;
  const points = spec.data.values;
  const classes = color?.scale.domain ?? [];
  const frame = frameOf(spec, pen);
  const { columns, gutter, xScale, yLabels } = frame;

  const dots = points.map((point) => dotOf(point, frame, classes));
  const cloud = cloudOf(dots, classes, frame, pen);
  const named = dots
    .map((dot, i) => ({ dot, name: points[i]?.label ?? "" }))
    .filter(({ name }) => name !== "");
  const { grid, key } = withNames(cloud.grid, spec.layer.length > 1 ? named : [], pen);
  const at = (value: number) => Math.floor(placeOn(xScale, value, columns * DOTS_ACROSS) / DOTS_ACROSS);
  const ticks = ticksAcross(xScale, columns, at);
  return [
    ...flow(cloud.key, pen.width),
    ...flow(key, pen.width),
    ...pen.lines(y.title),
    ...besideAxis(gridLines(grid, pen), yLabels, gutter, pen),
    ...belowAxis(ticks, x.title, frame, pen),
    ...cloud.notes.flatMap(pen.lines),
  ];
}

function frameOf({ width, height, encoding: { x, y }, data }: ScatterFigure["spec"], pen: Pen): Frame {
  const xScale = x.scale.domain ?? roundScale(extentOf(data.values.map((point) => point.x)));
  const yScale = y.scale.domain ?? roundScale(extentOf(data.values.map((point) => point.y)));
  const rows = Math.min(Math.max(Math.round(pen.width / 5), 10), 26);
  const at = (value: number) => Math.floor(placeOn(yScale, value, rows * DOTS_UP) / DOTS_UP);
  const yLabels = new Array<string>(rows).fill("");
  for (const tick of ticksOn(yScale, Math.floor(rows / 2), at, () => ({ least: 2, ease: 3 })))
    yLabels[rows - 1 - tick.at] = pen.words(tick.label);
  const gutter = gutterOf(yLabels);
  // A cell is about twice as high as it is wide, so a square has two columns for each row.
  const columns = Math.min(pen.width - gutter, width === height ? 2 * rows : pen.width);
  return { xScale, yScale, columns, rows, yLabels, gutter };
}

function dotOf(point: Point, { xScale, yScale, columns, rows }: Frame, classes: readonly string[]): Dot {
  return {
    x: placeOn(xScale, point.x, columns * DOTS_ACROSS),
    y: rows * DOTS_UP - 1 - placeOn(yScale, point.y, rows * DOTS_UP),
    colour: Math.max(0, classes.indexOf(point.group ?? "")),
  };
}

function cloudOf(dots: readonly Dot[], classes: readonly string[], size: Size, pen: Pen): Cloud {
  if (classes.length > 0) return markCloud(dots, classes, size, pen);
  if (dots.length > CROWDED * size.columns * size.rows) return shadeCloud(dots, size, pen);
  return pen.isAscii ? { ...markCloud(dots, [""], size, pen), key: [] } : dotCloud(dots, size);
}
