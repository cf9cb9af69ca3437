import type { Mark } from "../marks.ts";
import { formatNumber } from "../numbers.ts";
import { columnOf, type Frame, rowOf } from "./frame.ts";
import type { Grid } from "./grid.ts";
import type { Pen } from "./pen.ts";

/** In which cells of a plot marks lie, counted from its upper left, and how their places are written. */
export interface Ruler {
  columnOf(x: number): number;
  rowOf(y: number): number;
  writtenX(x: number): string;
  writtenY(y: number): string;
}

/** The ruler of a plot whose axes are numbers. */
export function rulerOf(frame: Frame): Ruler {
  return {
    columnOf: (x) => columnOf(x, frame),
    rowOf: (y) => rowOf(y, frame),
    writtenX: (x) => formatNumber(x),
    writtenY: (y) => formatNumber(y),
  };
}

/** A grid with rules where nothing else is, and a key that says at which number each stands and what it means. */
export function withMarks(
  grid: Grid,
  marks: readonly Mark[],
  ruler: Ruler,
  pen: Pen,
): { grid: Grid; key: string[] } {
  const { ruleUp, ruleAcross } = pen.glyphs;
  const columns = new Set(marks.flatMap(({ x }) => (x === undefined ? [] : [ruler.columnOf(x)])));
  const rows = new Set(marks.flatMap(({ y }) => (y === undefined ? [] : [ruler.rowOf(y)])));
  const signAt = (row: number, column: number) =>
    columns.has(column) ? { text: ruleUp } : rows.has(row) ? { text: ruleAcross } : undefined;
  return {
    grid: grid.map((line, row) => line.map((sign, column) => sign ?? signAt(row, column))),
    key: marks.map(({ x, y, label }) => {
      const places = [
        ...(x === undefined ? [] : [`${ruleUp} at ${ruler.writtenX(x)}`]),
        ...(y === undefined ? [] : [`${ruleAcross} at ${ruler.writtenY(y)}`]),
      ];
      return pen.fit(`${places.join(", ")}: ${pen.fit(label, 30)}`, pen.width);
    }),
  };
}
