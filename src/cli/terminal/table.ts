import stringWidth from "fast-string-width";
import type { Table } from "mdast";

import { type Align, pad } from "./formula-box.ts";
import type { Pen } from "./look.ts";
import { setPhrase } from "./phrase.ts";
import { wrap } from "./wrap.ts";

/** A column: its cells, the header first, and how wide it would be and how narrow it can be, in cells. */
interface Column {
  readonly cells: readonly string[];
  readonly align: Align;
  readonly natural: number;
  readonly longestWord: number;
}

const GAP = 2;

/**
 * Sets a table within the pen's width: columns shrink and their cells wrap, and where the longest words do not fit
 * beside each other every row becomes a record of its own, a line for each column.
 *
 * @example
 * setTable(node, pen) // ["name     mean", "───────  ────", "alcohol  13.0"]
 */
export function setTable(node: Table, pen: Pen): string[] {
  // In a narrow column nothing is kept together.
  const rows = node.children.map((row) =>
    row.children.map((cell) => setPhrase(cell.children, pen).replaceAll("\u00a0", " ")),
  );
  return setCells(rows, node.align ?? [], pen);
}

/**
 * Sets rows of texts as a table, as `setTable` does; the first row is the header.
 *
 * @param rows texts that are fit for the terminal already; a row may have fewer cells than another
 * @param align left, unless it says otherwise
 * @example
 * setCells([["name", "rows"], ["wine", "178"]], ["left", "right"], pen)
 */
export function setCells(
  rows: readonly (readonly string[])[],
  align: readonly (Align | null)[],
  pen: Pen,
): string[] {
  const nColumns = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: nColumns }, (_, j) =>
    columnOf(
      rows.map((row) => row[j] ?? ""),
      align[j] ?? "left",
    ),
  );
  const room = pen.width - GAP * (columns.length - 1);
  const least = columns.reduce((sum, column) => sum + column.longestWord, 0);
  if (least > room && columns.length > 1) return setRecords(columns, rows.length, pen);
  return setGrid(columns, shrink(columns, room), rows.length, pen);
}

function widest(texts: readonly string[]): number {
  return Math.max(1, ...texts.map((text) => stringWidth(text)));
}

function columnOf(cells: readonly string[], align: Align): Column {
  return {
    cells,
    align,
    natural: widest(cells),
    longestWord: widest(cells.flatMap((cell) => cell.split(/\s/))),
  };
}

/**
 * Widths that fill the room, shared evenly among the columns that would be wider. A column that then wraps to less
 * than its share, since words end where they end, leaves the rest to the others.
 */
function shrink(columns: readonly Column[], room: number): number[] {
  const widths = share(columns, room);
  const cramped = columns.flatMap((column, j) => ((widths[j] ?? 0) < column.natural ? [j] : []));
  const j = cramped.sort((one, other) => (columns[one]?.natural ?? 0) - (columns[other]?.natural ?? 0))[0];
  const column = columns[j ?? 0];
  if (j === undefined || column === undefined) return widths;
  const natural = widest(column.cells.flatMap((cell) => wrap(cell, widths[j] ?? 1)));
  return shrink(columns.with(j, { ...column, natural }), room);
}

function share(columns: readonly Column[], room: number): number[] {
  const widths = columns.map((column) => Math.min(column.longestWord, Math.max(1, room)));
  for (let left = room - widths.reduce((sum, width) => sum + width, 0); left > 0; left--) {
    const hungry = widths.filter((width, j) => width < (columns[j]?.natural ?? 0));
    if (hungry.length === 0) break;
    const narrowest = widths.findIndex(
      (width, j) => width === Math.min(...hungry) && width < (columns[j]?.natural ?? 0),
    );
    widths[narrowest] = Math.min(...hungry) + 1;
  }
  return widths;
}

function setGrid(columns: readonly Column[], widths: readonly number[], nRows: number, pen: Pen): string[] {
  const between = " ".repeat(GAP);
  const setRow = (i: number): string[] => {
    const cells = columns.map((column, j) => wrap(column.cells[i] ?? "", widths[j] ?? 1));
    const height = Math.max(...cells.map((cell) => cell.length));
    const setLine = (k: number) =>
      columns.map(({ align }, j) => pad(cells[j]?.[k] ?? "", widths[j] ?? 1, align)).join(between);
    return Array.from({ length: height }, (_, k) => setLine(k).trimEnd());
  };
  const rule = widths.map((width) => (pen.ascii ? "-" : "─").repeat(width)).join(between);
  const body = Array.from({ length: nRows - 1 }, (_, i) => setRow(i + 1));
  const isLoose = body.some((lines) => lines.length > 1);
  const rows = isLoose ? body.flatMap((lines, i) => (i === 0 ? lines : ["", ...lines])) : body.flat();
  return [...setRow(0).map((text) => pen.colours.bold(text)), pen.colours.dim(rule), ...rows];
}

function setRecords(columns: readonly Column[], nRows: number, pen: Pen): string[] {
  const lines: string[] = [];
  for (let i = 1; i < nRows; i++) {
    if (i > 1) lines.push("");
    for (const { cells } of columns)
      lines.push(...wrap(`${pen.colours.bold(cells[0] ?? "")}: ${cells[i] ?? ""}`, pen.width));
  }
  return lines;
}
