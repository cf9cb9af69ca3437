import { extentOf } from "../extent.ts";
import type { Range, RangesFigure } from "../ranges.ts";
import { belowAxis, besideNames, gutterOf, ticksAcross } from "./axes.ts";
import { numberColumns } from "./number-columns.ts";
import type { Pen } from "./pen.ts";
import { placeOn, roundScale, type Scale } from "./scale.ts";
import { cellsOf, flow, padStart } from "./words.ts";

/** A plot narrower than this shows too little to give room to numbers. */
const LEAST_COLUMNS = 24;

/** Draws a row for each column: a line from its smallest to its largest value, a box over the middle half. */
export function drawRanges({ spec }: RangesFigure, pen: Pen): string[] {
  const ranges = spec.data.values;
  const names = ranges.map(({ name }) => pen.fit(name, Math.floor(pen.width * 0.3)));
  const namesCells = Math.max(...names.map(cellsOf));
  const paddedNames = names.map((name) => padStart(name, namesCells));
  const numbers = numberColumns(
    {
      min: ranges.map(({ min }) => min),
      median: ranges.map(({ median }) => median),
      max: ranges.map(({ max }) => max),
    },
    pen,
  );
  const withNumbers = paddedNames.map((name, i) => `${name}  ${numbers.rows[i]}`);
  const hasNumbers = pen.width - gutterOf(withNumbers) >= LEAST_COLUMNS;
  const labels = hasNumbers ? withNumbers : paddedNames;

  const gutter = gutterOf(labels);
  const columns = pen.width - gutter;
  const scale = roundScale(extentOf(ranges.flatMap(({ min, max }) => [min, max])));
  const at = (value: number) => placeOn(scale, value, columns);
  const ticks = ticksAcross(scale, columns, at);
  return [
    ...flow(keyOf(pen), pen.width),
    ...(hasNumbers ? [pen.faint(`${" ".repeat(namesCells)}  ${numbers.header}`)] : []),
    ...besideNames(
      ranges.map((range) => rowOf(range, scale, columns, pen)),
      labels,
      gutter,
      pen,
    ),
    ...belowAxis(ticks, spec.encoding.x.title, { gutter, columns }, pen),
  ];
}

function keyOf({ glyphs, inColour }: Pen): string[] {
  const { start, end, box, median } = glyphs.range;
  const signs = [start + glyphs.across + end, box, median].map((sign) => inColour(sign));
  return ["smallest to largest", "middle half", "median"].map((meaning, i) => `${signs[i]} ${meaning}`);
}

function rowOf(range: Range, scale: Scale, columns: number, pen: Pen): string {
  const { start, end, box, median } = pen.glyphs.range;
  const at = (value: number) => placeOn(scale, value, columns);
  const cells = new Array<string>(at(range.max) + 1).fill(" ");
  cells.fill(pen.glyphs.across, at(range.min));
  cells[at(range.min)] = start;
  cells[at(range.max)] = end;
  cells.fill(box, at(range.lowerQuartile), at(range.upperQuartile) + 1);
  cells[at(range.median)] = median;
  const space = cells.slice(0, at(range.min)).join("");
  return space + pen.inColour(cells.slice(at(range.min)).join(""));
}
