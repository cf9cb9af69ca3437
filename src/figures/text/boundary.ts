import type { Region } from "../boundary-regions.ts";
import type { BoundaryFigure } from "../decision-boundary.ts";
import { evenSample } from "../sample.ts";
import { markCloud } from "./cloud.ts";
import { dotOf, type Frame, framed, frameOf } from "./frame.ts";
import type { Grid, Sign } from "./grid.ts";
import type { Pen } from "./pen.ts";
import type { Scale } from "./scale.ts";
import { flow } from "./words.ts";

/** Points in at most one of so many cells, so that the regions under them are seen. */
const CELLS_PER_POINT = 5;

/** The less sure, the thinner the letters stand. */
const densities = [
  { from: 0.9, isDrawn: () => true },
  { from: 0.7, isDrawn: (row: number, column: number) => (row + column) % 2 === 0 },
  { from: 0, isDrawn: (row: number, column: number) => (column + 2 * row) % 4 === 0 },
] as const;

/** Draws each class's region in its letter, thinner where the classifier is less sure, and points upon it. */
export function drawBoundary({ spec }: BoundaryFigure, pen: Pen): string[] {
  const { x, y, color } = spec.encoding;
  const classes = color.scale.domain;
  const colourOf = new Map(classes.map((name, colour) => [name, colour]));
  const frame = frameOf(x.scale.domain, y.scale.domain, false, pen);
  const most = Math.floor((frame.columns * frame.rows) / CELLS_PER_POINT);
  const points = evenSample(spec.data.values, most);
  const dots = points.map((point) => dotOf(point, colourOf.get(point.group) ?? 0, frame));
  const cloud = markCloud(dots, classes, frame, pen);
  const under = regionGrid(spec.layer[0].data.values, colourOf, frame);
  const grid = cloud.grid.map((row, i) => row.map((sign, column) => sign ?? under[i]?.[column]));
  const unseen = spec.data.values.length - points.length;
  return [
    ...flow(keyOf(classes, pen), pen.width),
    ...flow(["letters: predicted", "aaaa ≥ 90% sure", "a a ≥ 70%", "a   less"].map(pen.words), pen.width),
    ...framed(grid, { x: x.title, y: y.title }, frame, pen),
    ...(unseen > 0 ? pen.lines(`Drawn here: ${points.length} of ${points.length + unseen} points.`) : []),
    ...cloud.notes.flatMap(pen.lines),
  ];
}

function keyOf(classes: readonly string[], pen: Pen): string[] {
  return classes.map((name, colour) => {
    const mark = pen.inColour(pen.glyphs.marks[colour] ?? "?", colour);
    return `${mark} ${pen.faint(pen.inColour(letterOf(colour), colour))} ${pen.fit(name, 24)}`;
  });
}

function regionGrid(
  regions: readonly Region[],
  colourOf: ReadonlyMap<string, number>,
  { columns, rows, xScale, yScale }: Frame,
): Grid {
  const grid: Grid = Array.from({ length: rows }, () => new Array<Sign | undefined>(columns).fill(undefined));
  const across = middlesOf(xScale, columns);
  const up = middlesOf(yScale, rows).reverse();
  for (const { x, x2, y, y2, group, sureness } of regions) {
    const colour = colourOf.get(group) ?? 0;
    const density = densities.find(({ from }) => sureness >= from);
    const sign = { text: letterOf(colour), colour, isFaint: true };
    up.forEach((middle, row) => {
      if (middle < y || middle >= y2) return;
      across.forEach((place, column) => {
        const cells = grid[row];
        if (place >= x && place < x2 && cells !== undefined && density?.isDrawn(row, column))
          cells[column] = sign;
      });
    });
  }
  return grid;
}

/** The middles of the cells of an axis, where a point's dot and the next one's meet. */
function middlesOf([min, max]: Scale, cells: number): number[] {
  const dots = cells * 2 - 1;
  return Array.from({ length: cells }, (_, i) => min + ((max - min) * (2 * i + 0.5)) / dots);
}

function letterOf(colour: number): string {
  return String.fromCodePoint("a".charCodeAt(0) + colour);
}
