import type { BarsFigure } from "../bars.ts";
import { extentOf } from "../extent.ts";
import { besideNames, gutterOf, titleBelow } from "./axes.ts";
import { filledCells } from "./blocks.ts";
import type { Pen } from "./pen.ts";
import type { Scale } from "./scale.ts";
import { alignPoints, cellsOf, padStart } from "./words.ts";

/** More rows than this are no picture. */
const MOST_ROWS = 60;

/** Draws bars from left to right, each after its label and its number. */
export function drawBars({ spec }: BarsFigure, pen: Pen): string[] {
  const bars = spec.data.values.slice(0, MOST_ROWS);
  const labels = bars.map(({ label }) => pen.fit(label, Math.floor(pen.width * 0.35)));
  const texts = alignPoints(bars.map(({ text }) => pen.fit(text, Math.floor(pen.width * 0.25))));
  const labelCells = Math.max(...labels.map(cellsOf));
  const names = labels.map((label, i) => `${padStart(label, labelCells)}  ${texts[i]}`);
  const gutter = gutterOf(names);
  const columns = pen.width - gutter;

  const [min, max] = extentOf(bars.map(({ value }) => value));
  const scale: Scale = [Math.min(0, min), Math.max(0, max)];
  const rows = bars.map(({ value }) => barOf(value, scale, columns, pen));
  const unseen = spec.data.values.length - bars.length;
  return [
    ...besideNames(rows, names, gutter, pen, scale[0] < 0 ? " " : pen.glyphs.up),
    ...titleBelow(spec.encoding.x.title, { gutter, columns }, pen),
    ...(unseen > 0 ? pen.lines(`${unseen} more bars are not drawn.`) : []),
  ];
}

/** Where some bars go left of zero, zero has a line of its own. */
function barOf(value: number, [min, max]: Scale, columns: number, pen: Pen): string {
  const { fromLeft, fromRight, up } = pen.glyphs;
  if (max === min) return "";
  if (min === 0) return pen.inColour(filledCells((value / max) * columns, fromLeft).join(""));

  const leftColumns = max === 0 ? columns - 1 : Math.round((-min / (max - min)) * (columns - 1));
  const rightColumns = columns - 1 - leftColumns;
  const left = value < 0 ? filledCells((value / min) * leftColumns, fromRight).reverse() : [];
  const right = value > 0 ? filledCells((value / max) * rightColumns, fromLeft) : [];
  const space = " ".repeat(Math.max(0, leftColumns - left.length));
  return space + pen.inColour(left.join("")) + pen.faint(up) + pen.inColour(right.join(""));
}
