import type { HeatmapFigure } from "../heatmap.ts";
import { type HeatCell, isDiverging } from "../heatmap-spec.ts";
import { axisLine, besideNames, titleBelow } from "./axes.ts";
import { type Layout, layOut } from "./heatmap-layout.ts";
import { isSameBothWays, type Matrix, matrixOf, pool } from "./matrix.ts";
import type { Pen } from "./pen.ts";
import { shadeKey, type Tone, tonesOn } from "./shades.ts";
import { cellsOf, flow, padStart } from "./words.ts";

/** More rows than this are no picture. */
const MOST_ROWS = 60;
/** What names and axis take at the least. */
const LEAST_GUTTER = 13;

/** Draws shaded cells, with their values where there is room, between the names of their rows and columns. */
export function drawHeatmap({ spec }: HeatmapFigure, pen: Pen): string[] {
  const { x, y, color } = spec.encoding;
  const whole = matrixOf(spec.data.values, y.scale.domain.map(pen.words), x.scale.domain.map(pen.words));
  const most = { rows: MOST_ROWS, columns: pen.width - LEAST_GUTTER };
  const matrix = pool(whole, most, middleOf(color.scale));
  const layout = layOut(matrix, { rowTitle: pen.words(y.title ?? ""), isOrdered: x.type === "ordinal" }, pen);
  const { gutter, across, up } = layout;
  const columns = across * matrix.columns.length;

  const toneOf = tonesOn(color.scale, pen);
  const rows = matrix.cells.flatMap((row) => rowLines(row, layout, toneOf, pen));
  const names = layout.rowNames.flatMap((name) =>
    Array.from({ length: up }, (_, line) => (line === middleLine(up) ? name : "")),
  );
  return [
    ...flow(keyOf(spec, matrix, pen), pen.width),
    ...titleBelow(x.title ?? "", { gutter, columns }, pen),
    ...headerLines(layout, pen),
    ...besideNames(rows, names, gutter, pen),
    axisLine(pen.glyphs.across.repeat(columns), gutter, pen),
    ...flow(columnKey(matrix, layout, pen), pen.width),
    ...poolNotes(matrix, isDiverging(color.scale.range)).flatMap(pen.lines),
  ];
}

/** The value that is least worth seeing: of all shades that of the page. */
function middleOf({ domain, range }: HeatmapFigure["spec"]["encoding"]["color"]["scale"]): number {
  return domain[isDiverging(range) ? (domain.length - 1) / 2 : 0] ?? 0;
}

function middleLine(lines: number): number {
  return Math.floor(lines / 2);
}

function keyOf({ encoding }: HeatmapFigure["spec"], { cells }: Matrix, pen: Pen): string[] {
  const { scale, title } = encoding.color;
  const hasGaps = cells.some((row) => row.some(({ value }) => value === null));
  const { sign, shade, ink } = tonesOn(scale, pen)(null);
  return [
    ...(title === null ? [] : [pen.fit(title, pen.width)]),
    shadeKey(scale, pen),
    ...(hasGaps ? [`${pen.onShade(sign, shade, ink)} no value`] : []),
  ];
}

function headerLines({ header, rowTitle, gutter }: Layout, pen: Pen): string[] {
  const last = header.lines.length - 1;
  return header.lines.map((line, i) => {
    const title = padStart(i === last ? rowTitle : "", gutter - 2);
    return `${pen.bold(title)}  ${line}`;
  });
}

/** The lines of one row of cells, neighbours of one look painted together. */
function rowLines(
  row: readonly HeatCell[],
  layout: Layout,
  toneOf: (value: number | null) => Tone,
  pen: Pen,
): string[] {
  return Array.from({ length: layout.up }, (_, line) => {
    const runs: Run[] = [];
    for (const cell of row)
      for (const piece of piecesOf(cell, toneOf(cell.value), layout, line === middleLine(layout.up), pen)) {
        const last = runs.at(-1);
        if (last?.tone === piece.tone && last.ink === piece.ink) last.text += piece.text;
        else runs.push(piece);
      }
    return runs.map(({ text, tone, ink }) => pen.onShade(text, tone.shade, ink)).join("");
  });
}

interface Run {
  text: string;
  readonly tone: Tone;
  readonly ink: Tone["ink"];
}

/** A line of a cell: its shade, and in its middle the value. */
function piecesOf(
  { value, text, marked }: HeatCell,
  tone: Tone,
  { across, isWritten }: Layout,
  isMiddle: boolean,
  pen: Pen,
): Run[] {
  // Where the value is written, its minus or question mark says enough.
  const sign = isWritten && value === null ? " " : tone.sign;
  const ink = isWritten ? "unseen" : tone.ink;
  const fill = (cells: number): Run => ({ text: sign.repeat(cells), tone, ink });
  const [open, close] = marked ? "[]" : "  ";
  if (isMiddle && isWritten) {
    const words = `${open}${pen.words(text)}${close}`;
    const left = Math.floor((across - cellsOf(words)) / 2);
    return [fill(left), { text: words, tone, ink: "seen" }, fill(across - cellsOf(words) - left)];
  }
  if (!(isMiddle && marked && across >= 3)) return [fill(across)];
  const bracket = (text = ""): Run => ({ text, tone, ink: "seen" });
  return [bracket(open), fill(across - 2), bracket(close)];
}

/** What numbers above columns stand for, unless the rows say it. */
function columnKey(matrix: Matrix, { header }: Layout, pen: Pen): string[] {
  if (!header.isNumbered || isSameBothWays(matrix)) return [];
  return matrix.columns.map((name, i) => `${pen.bold(String(i + 1))} ${pen.fit(name, 24)}`);
}

function poolNotes({ pooled: { rows, columns } }: Matrix, isDiverging: boolean): string[] {
  if (rows === 1 && columns === 1) return [];
  const shown = isDiverging ? "the one farthest from the middle" : "the largest of them";
  return [
    `Each cell drawn stands for ${count(rows, "row")} and ${count(columns, "column")} and shows ${shown}.`,
  ];
}

function count(number: number, thing: string): string {
  return number === 1 ? `1 ${thing}` : `${number} ${thing}s`;
}
