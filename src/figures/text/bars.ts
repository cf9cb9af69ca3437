import type { Bar, BarsFigure } from "../bars.ts";
import { extentOf } from "../extent.ts";
import { besideNames, gutterOf, titleBelow } from "./axes.ts";
import { filledCells } from "./blocks.ts";
import { errorBarOf, errorKey } from "./error-bars.ts";
import type { Pen } from "./pen.ts";
import type { Scale } from "./scale.ts";
import { alignPoints, cellsOf, padStart } from "./words.ts";

/** Draws bars from left to right, each after its label and its number. */
export function drawBars({ spec }: BarsFigure, pen: Pen): string[] {
  const bars = spec.data.values;
  const labels = bars.map(({ label }) => pen.fit(label, Math.floor(pen.width * 0.35)));
  const texts = alignPoints(bars.map(({ text }) => pen.fit(text, Math.floor(pen.width * 0.25))));
  const labelCells = labels.reduce((most, label) => Math.max(most, cellsOf(label)), 0);
  const names = labels.map((label, i) => `${padStart(label, labelCells)}  ${texts[i]}`);
  const gutter = gutterOf(names);
  const columns = pen.width - gutter;

  const [min, max] = extentOf(bars.flatMap(({ value, low = value, high = value }) => [low, high]));
  const scale: Scale = [Math.min(0, min), Math.max(0, max)];
  const hasErrors = bars.some(({ low }) => low !== undefined);
  const draw = hasErrors ? errorBarOf : barOf;
  return [
    ...(hasErrors ? pen.lines(errorKey(pen)) : []),
    ...besideNames(
      bars.map((bar) => draw(bar, scale, columns, pen)),
      names,
      gutter,
      pen,
      scale[0] < 0 ? " " : pen.glyphs.up,
    ),
    ...titleBelow(spec.encoding.x.title, { gutter, columns }, pen),
  ];
}

/** Where some bars go left of zero, zero has a line of its own. */
function barOf({ value }: Bar, [min, max]: Scale, columns: number, pen: Pen): string {
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
