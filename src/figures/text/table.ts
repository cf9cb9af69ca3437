import type { Cell, TableFigure } from "../table.ts";
import type { Pen } from "./pen.ts";
import { alignPoints, cellsOf, padEnd, padStart } from "./words.ts";

/** Words may be shortened to this many cells; numbers are never cut. */
const LEAST_CELLS = 8;
const BETWEEN = "  ";

interface Column {
  readonly name: string;
  readonly texts: readonly string[];
  readonly isNumeric: boolean;
  /** Cells it would like, and cells it can do with. */
  readonly cells: number;
  readonly least: number;
}

/** Draws a table: words to the left, numbers with their points below one another. */
export function drawTable({ spec }: TableFigure, pen: Pen): string[] {
  const rows = 1 + spec.data.values.reduce((last, { row }) => Math.max(last, row), 0);
  const columns = spec.encoding.x.sort.map((name) => columnOf(name, spec.data.values, rows, pen));
  const shown = columns.slice(0, howManyFit(columns, pen.width));
  const widths = shareOut(shown, pen.width);
  const line = (texts: readonly string[]) => texts.join(BETWEEN);
  const body = Array.from({ length: rows }, (_, row) =>
    line(shown.map((column, i) => cellOf(column, row, widths[i] ?? 0, pen))),
  );
  const hidden = columns.slice(shown.length).map(({ name }) => name);
  return [
    line(
      shown.map(({ name, isNumeric }, i) =>
        aligned(pen.fit(name, widths[i] ?? 0), widths[i] ?? 0, isNumeric),
      ),
    ),
    pen.faint(line(widths.map((cells) => pen.glyphs.across.repeat(cells)))),
    ...body,
    ...(hidden.length > 0
      ? pen.lines(`${hidden.length} more columns do not fit here, from ${hidden[0]} on.`)
      : []),
  ];
}

function columnOf(name: string, cells: readonly Cell[], rows: number, pen: Pen): Column {
  const own = cells.filter(({ column }) => column === name);
  const isNumeric = own.every(({ isNumber }) => isNumber);
  const texts = new Array<string>(rows).fill("");
  for (const { row, text } of own) texts[row] = pen.words(text);
  const finished = isNumeric ? alignPoints(texts) : texts;
  const widest = Math.max(...finished.map(cellsOf));
  const header = cellsOf(pen.words(name));
  const least = isNumeric
    ? Math.max(widest, Math.min(header, LEAST_CELLS))
    : Math.min(Math.max(widest, header), LEAST_CELLS);
  return { name, texts: finished, isNumeric, cells: Math.max(widest, header), least };
}

function howManyFit(columns: readonly Column[], width: number): number {
  let cells = 0;
  const end = columns.findIndex(({ least }, i) => {
    cells += least + (i === 0 ? 0 : BETWEEN.length);
    return cells > width;
  });
  return end < 0 ? columns.length : end;
}

/** Takes cells from the column that can best spare them until the row fits. */
function shareOut(columns: readonly Column[], width: number): number[] {
  const widths = columns.map(({ cells }) => cells);
  const room = width - BETWEEN.length * (columns.length - 1);
  const spare = (i: number) => (widths[i] ?? 0) - (columns[i]?.least ?? 0);
  while (widths.reduce((sum, cells) => sum + cells, 0) > room) {
    const widest = widths.reduce((best, _, i) => (spare(i) > spare(best) ? i : best), 0);
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function cellOf({ texts, isNumeric }: Column, row: number, cells: number, pen: Pen): string {
  const text = texts[row] ?? "";
  return aligned(isNumeric ? text : pen.fit(text, cells), cells, isNumeric);
}

function aligned(text: string, cells: number, isNumeric: boolean): string {
  return isNumeric ? padStart(text, cells) : padEnd(text, cells);
}
