import type { Mark } from "../marks.ts";
import { formatNumber } from "../numbers.ts";
import { columnOf, type Frame, rowOf } from "./frame.ts";
import type { Grid } from "./grid.ts";
import type { Pen } from "./pen.ts";

/** A grid with rules where nothing else is, and a key that says at which number each stands and what it means. */
export function withMarks(
  grid: Grid,
  marks: readonly Mark[],
  frame: Frame,
  pen: Pen,
): { grid: Grid; key: string[] } {
  const { ruleUp, ruleAcross } = pen.glyphs;
  const columns = new Set(marks.flatMap(({ x }) => (x === undefined ? [] : [columnOf(x, frame)])));
  const rows = new Set(marks.flatMap(({ y }) => (y === undefined ? [] : [rowOf(y, frame)])));
  const signAt = (row: number, column: number) =>
    columns.has(column) ? { text: ruleUp } : rows.has(row) ? { text: ruleAcross } : undefined;
  return {
    grid: grid.map((line, row) => line.map((sign, column) => sign ?? signAt(row, column))),
    key: marks.map(({ x, y, label }) => {
      const places = [
        ...(x === undefined ? [] : [`${ruleUp} at ${formatNumber(x)}`]),
        ...(y === undefined ? [] : [`${ruleAcross} at ${formatNumber(y)}`]),
      ];
      return `${pen.words(places.join(", "))}: ${pen.fit(label, 30)}`;
    }),
  };
}
