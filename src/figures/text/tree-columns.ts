import { formatNumber } from "../numbers.ts";
import type { TreeRow } from "../tree-rows.ts";
import type { Pen } from "./pen.ts";
import { alignPoints, cellsOf, padStart } from "./words.ts";

/** What is known of each node, in cells of one width. */
export interface TreeColumn {
  readonly name: string;
  readonly texts: readonly string[];
  readonly cells: number;
  /** Columns of the lowest ranks stay where there is no room for all. */
  readonly rank: number;
}

/** Signs in a bar of shares. */
const BAR = 12;

/** All columns for which there are numbers: rows, shares of classes, counts of classes, impurity, gain. */
export function columnsOf(rows: readonly TreeRow[], classes: readonly string[], pen: Pen): TreeColumn[] {
  return [
    ...numbers("rows", 0, rows, ({ samples }) => samples, pen),
    ...numbers("impurity", 3, rows, ({ impurity }) => impurity, pen),
    ...numbers("gain", 4, rows, ({ gain, question }) => (question === "" ? undefined : gain), pen),
    ...counts(rows, classes, pen),
    ...bars(rows, pen),
  ];
}

/** The columns that have room, the most telling first. */
export function whichFit(columns: readonly TreeColumn[], room: number): TreeColumn[] {
  const kept = new Set<TreeColumn>();
  let left = room;
  for (const column of columns.toSorted((a, b) => a.rank - b.rank)) {
    left -= column.cells + 2;
    if (left < 0) break;
    kept.add(column);
  }
  return columns.filter((column) => kept.has(column));
}

function numbers(
  name: string,
  rank: number,
  rows: readonly TreeRow[],
  numberIn: (row: TreeRow) => number | undefined,
  pen: Pen,
): TreeColumn[] {
  const values = rows.map(numberIn);
  if (values.every((value) => value === undefined)) return [];
  const texts = alignPoints(
    values.map((value) => (value === undefined ? "" : pen.words(formatNumber(value)))),
  );
  const cells = Math.max(cellsOf(name), cellsOf(texts[0] ?? ""));
  return [{ name, rank, cells, texts: texts.map((text) => padStart(text, cells)) }];
}

/** How many rows of each class; not where rows have weights, so that shares do not tell counts. */
function counts(rows: readonly TreeRow[], classes: readonly string[], pen: Pen): TreeColumn[] {
  const all = rows.map(({ shares = [], samples = Number.NaN }) => shares.map((share) => share * samples));
  const areWhole = all.flat().every((count) => Math.abs(count - Math.round(count)) < 1e-6 * (1 + count));
  if (!areWhole || all.some((counts) => counts.length === 0)) return [];
  const texts = all.map((row) => row.map((count) => String(Math.round(count))));
  const widths = classes.map((_, i) => texts.reduce((most, row) => Math.max(most, row[i]?.length ?? 0), 1));
  const line = (row: readonly string[]) => widths.map((cells, i) => padStart(row[i] ?? "", cells)).join(" ");
  const name = line(classes.map((_, i) => pen.glyphs.marks[i] ?? "?"));
  return [{ name, rank: 2, cells: cellsOf(name), texts: texts.map(line) }];
}

/** As many marks of each class as its share has of the bar, and at least one where it has any. */
function bars(rows: readonly TreeRow[], pen: Pen): TreeColumn[] {
  if (rows.every(({ shares }) => shares === undefined)) return [];
  const texts = rows.map(({ shares = [] }) =>
    marksFor(shares)
      .map((count, colour) => pen.inColour((pen.glyphs.marks[colour] ?? "?").repeat(count), colour))
      .join(""),
  );
  return [{ name: "", rank: 1, cells: BAR, texts }];
}

function marksFor(shares: readonly number[]): number[] {
  const marks = shares.map((share) => (share > 0 ? 1 : 0) as number);
  const shared = marks.reduce((sum, count) => sum + count, 0);
  // One at a time to the class that is furthest behind its share.
  for (let given = shared; shared > 0 && given < BAR; given++) {
    const behind = shares.map((share, i) => share * BAR - (marks[i] ?? 0));
    const next = behind.reduce((best, value, i) => (value > (behind[best] ?? 0) ? i : best), 0);
    marks[next] = (marks[next] ?? 0) + 1;
  }
  return marks;
}
