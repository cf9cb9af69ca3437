import type { TableFigure } from "../table.ts";
import { oneLine } from "../text/words.ts";
import { linesOfText, widthOfText } from "./letter-widths.ts";
import type { Theme } from "./themes.ts";
import { type Piece, setLine, type Type } from "./words.ts";

/** More rows than this are not read. */
const MOST_ROWS = 60;
/** Pixels. */
const FONT_SIZE = 13;
const LINE_HEIGHT = 18;
const MOST_WIDTH = 260;
const BETWEEN = 24;
const PADDING = 5;

interface Column {
  readonly header: readonly string[];
  /** The lines of each cell, from the first row on. */
  readonly cells: readonly (readonly string[])[];
  readonly isNumeric: boolean;
  /** Pixels: the whole column, and what is right of the points of its numbers. */
  readonly width: number;
  readonly fraction: number;
}

/** Draws a table as text runs between lines: words to the left, numbers with their points below one another. */
export function drawTable({ spec }: TableFigure, theme: Theme): Piece {
  const count = 1 + spec.data.values.reduce((last, { row }) => Math.max(last, row), 0);
  const nRows = Math.min(count, MOST_ROWS);
  const columns = columnsOf(spec, nRows);
  const width = columns.reduce((sum, column) => sum + column.width + BETWEEN, -BETWEEN);
  const quiet = { fontSize: FONT_SIZE, colour: theme.quiet };
  const ink = { fontSize: FONT_SIZE, colour: theme.ink };
  const rule = (y: number, colour: string) => `<path d="M0,${y}H${width}" stroke="${colour}"/>`;

  const markup: string[] = [];
  let y = 0;
  const addRow = (cellOf: (column: Column) => readonly string[], type: Type, colour: string) => {
    const lines = Math.max(1, ...columns.map((column) => cellOf(column).length));
    const isBody = type === ink;
    markup.push(setRow(columns, cellOf, y + PADDING + FONT_SIZE, type, isBody));
    y += lines * LINE_HEIGHT + 2 * PADDING;
    markup.push(rule(y, colour));
  };
  addRow(({ header }) => header, quiet, theme.quiet);
  for (let i = 0; i < nRows; i++) addRow(({ cells }) => cells[i] ?? [], ink, theme.faint);
  if (count > nRows) {
    markup.push(setLine(`${count - nRows} more rows are not shown.`, 0, y + LINE_HEIGHT, quiet));
    y += LINE_HEIGHT + PADDING;
  }
  return { markup: markup.join(""), width, height: y + 1 };
}

function columnsOf(spec: TableFigure["spec"], nRows: number): Column[] {
  const texts = new Map(spec.encoding.x.sort.map((name) => [name, new Array<string>(nRows).fill("")]));
  const wordy = new Set<string>();
  for (const { row, column, text, isNumber } of spec.data.values) {
    const cells = texts.get(column);
    if (cells && row < nRows) cells[row] = oneLine(text);
    if (!isNumber) wordy.add(column);
  }
  return [...texts].map(([name, cells]) => columnOf(oneLine(name), cells, !wordy.has(name)));
}

function columnOf(name: string, texts: readonly string[], isNumeric: boolean): Column {
  const header = linesOfText(name, MOST_WIDTH, FONT_SIZE);
  const cells = texts.map((text) => (isNumeric ? [text] : linesOfText(text, MOST_WIDTH, FONT_SIZE)));
  const widest = (lines: readonly string[]) =>
    Math.max(0, ...lines.map((line) => widthOfText(line, FONT_SIZE)));
  const parts = isNumeric ? texts.map(partsOf) : [];
  const whole = widest(parts.map(([before]) => before));
  const fraction = widest(parts.map(([, after]) => after));
  const width = Math.max(widest(header), whole + fraction, ...cells.map(widest));
  return { header, cells, isNumeric, width, fraction };
}

/** A number up to its point, and from there. */
function partsOf(text: string): [string, string] {
  const [before = ""] = /^[^\d]*\d*/.exec(text) ?? [];
  return [before, text.slice(before.length)];
}

function setRow(
  columns: readonly Column[],
  cellOf: (column: Column) => readonly string[],
  top: number,
  type: Type,
  isBody: boolean,
): string {
  let x = 0;
  return columns
    .map((column) => {
      const [left, right] = [x, x + column.width];
      x = right + BETWEEN;
      const [first = ""] = cellOf(column);
      if (column.isNumeric && isBody) return setNumber(first, right - column.fraction, top, type);
      const [from, anchor] = column.isNumeric ? [right, "end"] : [left, "start"];
      return cellOf(column)
        .map((line, i) => setLine(line, from, top + i * LINE_HEIGHT, type, anchor))
        .join("");
    })
    .join("");
}

function setNumber(text: string, point: number, y: number, type: Type): string {
  const [before, after] = partsOf(text);
  return setLine(before, point, y, type, "end") + (after === "" ? "" : setLine(after, point, y, type));
}
