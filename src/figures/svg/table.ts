import type { TableFigure } from "../table.ts";
import { oneLine } from "../text/words.ts";
import { linesOfText, widthOfText } from "./letter-widths.ts";
import type { Theme } from "./themes.ts";
import { type Piece, setLine, type Type } from "./words.ts";

/** Pixels. */
const FONT_SIZE = 13;
const LINE_HEIGHT = 18;
const MOST_WIDTH = 260;
const BETWEEN = 24;
const PADDING = 5;
const BASELINE = PADDING + FONT_SIZE;

interface Column {
  readonly header: readonly string[];
  /** The lines of each cell, from the first row on. */
  readonly cells: readonly (readonly string[])[];
  readonly isNumeric: boolean;
  /** Pixels: the whole column, and what is right of the points of its numbers. */
  readonly width: number;
  readonly fraction: number;
}

/** Draws a table, a line under each row: words to the left, numbers with their points below one another. */
export function drawTable({ spec }: TableFigure, theme: Theme): Piece {
  const nRows = 1 + spec.data.values.reduce((last, { row }) => Math.max(last, row), 0);
  const columns = columnsOf(spec, nRows);
  const width = columns.reduce((sum, column) => sum + column.width + BETWEEN, -BETWEEN);
  const head = setRow(columns, ({ header }) => header, { fontSize: FONT_SIZE, colour: theme.quiet });
  const body = Array.from({ length: nRows }, (_, i) =>
    setRow(columns, ({ cells }) => cells[i] ?? [], { fontSize: FONT_SIZE, colour: theme.ink }, setNumber),
  );
  let y = 0;
  const placed = [head, ...body].map(({ markup, height }, i) => {
    const row = `<g transform="translate(0,${y})">${markup}</g>`;
    y += height;
    return `${row}<path d="M0,${y}H${width}" stroke="${i === 0 ? theme.quiet : theme.faint}"/>`;
  });
  return { markup: placed.join(""), width, height: y + 1 };
}

function columnsOf(spec: TableFigure["spec"], nRows: number): Column[] {
  const texts = new Map(spec.encoding.x.sort.map((name) => [name, new Array<string>(nRows).fill("")]));
  const wordy = new Set<string>();
  for (const { row, column, text, isNumber } of spec.data.values) {
    const cells = texts.get(column);
    if (cells) cells[row] = oneLine(text);
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

type SetNumber = (text: string, column: Column, right: number, type: Type) => string;

function setRow(
  columns: readonly Column[],
  cellOf: (column: Column) => readonly string[],
  type: Type,
  setNumeric: SetNumber = setToTheRight,
): Piece {
  let x = 0;
  const cells = columns.map((column) => {
    const [left, right] = [x, x + column.width];
    x = right + BETWEEN;
    const lines = cellOf(column);
    if (column.isNumeric && lines.length === 1) return setNumeric(lines[0] ?? "", column, right, type);
    const [from, anchor] = column.isNumeric ? [right, "end"] : [left, "start"];
    return lines.map((line, i) => setLine(line, from, BASELINE + i * LINE_HEIGHT, type, anchor)).join("");
  });
  const height = Math.max(1, ...columns.map((column) => cellOf(column).length)) * LINE_HEIGHT + 2 * PADDING;
  return { markup: cells.join(""), width: x - BETWEEN, height };
}

function setToTheRight(text: string, _: Column, right: number, type: Type): string {
  return setLine(text, right, BASELINE, type, "end");
}

/** The two sides of the point meet in one place, whatever the width of a font's digits. */
function setNumber(text: string, { fraction }: Column, right: number, type: Type): string {
  const [before, after] = partsOf(text);
  const point = right - fraction;
  return (
    setLine(before, point, BASELINE, type, "end") +
    (after === "" ? "" : setLine(after, point, BASELINE, type))
  );
}
