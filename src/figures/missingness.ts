import { type HeatmapFigure, heatmapOf } from "./heatmap.ts";
import { percent } from "./numbers.ts";
import { rowCountOf } from "./row-count.ts";
import type { Words } from "./spec.ts";

/** As many cells as a line of sixty signs holds beside names. */
const MOST_BANDS = 30;

export interface MissingnessOptions extends Words {
  /** How many columns are drawn at most, those with most gaps. 40 unless given. */
  readonly most?: number | undefined;
}

/**
 * Where a table has gaps: a line for each column with the share that is missing, the rows in their order from left to right.
 *
 * Null, undefined, NaN and `""` are missing. More than 30 rows are gathered into bands of equal size, and the figure says so.
 *
 * @param columns columns of one length by name
 * @throws RangeError if the columns have different lengths or `most` is not a whole number above zero
 * @example missingness({ age: [22, null, 26], cabin: ["", "C85", ""] }, { title: "Two of three cabins are missing" })
 */
export function missingness(
  columns: Readonly<Record<string, ArrayLike<unknown>>>,
  { most = 40, ...words }: MissingnessOptions,
): HeatmapFigure {
  if (!Number.isInteger(most) || most < 1)
    throw new RangeError(`missingness needs a whole number of columns to draw, got ${most}.`);
  const nRows = rowCountOf(columns, "missingness");
  const perBand = Math.max(1, Math.ceil(nRows / MOST_BANDS));
  const nBands = Math.ceil(nRows / perBand);
  const gaps = Object.entries(columns).map(([name, values]) => gapsOf(name, values, perBand, nBands));
  const drawn = nRows === 0 ? [] : withMostGaps(gaps, most);

  const cells = drawn.map(({ counts }) =>
    counts.map((count, band) => count / (Math.min((band + 1) * perBand, nRows) - band * perBand)),
  );
  const bands = Array.from({ length: nBands }, (_, band) => bandName(band, perBand, nRows));
  const look = {
    rows: drawn.map(({ name, total }) => `${name}  ${percent(total / nRows)}`),
    columns: bands,
    columnTitle: perBand === 1 ? "row" : `rows, ${perBand} in a cell`,
    valueTitle: "share missing",
    domain: [0, 1],
    showValues: false,
    ordered: true,
  } as const;
  const notes = [...wholeNotes(columns, nRows), ...chosenNotes(drawn.length, gaps.length, nRows)];
  return heatmapOf(cells, { ...words, ...look }, notes);
}

interface Gaps {
  readonly name: string;
  readonly total: number;
  /** In each band of rows. */
  readonly counts: readonly number[];
}

function gapsOf(name: string, values: ArrayLike<unknown>, perBand: number, nBands: number): Gaps {
  const counts = new Array<number>(nBands).fill(0);
  for (let row = 0; row < values.length; row++) {
    const band = Math.floor(row / perBand);
    if (isGap(values[row])) counts[band] = (counts[band] ?? 0) + 1;
  }
  return { name, total: counts.reduce((sum, count) => sum + count, 0), counts };
}

function isGap(value: unknown): boolean {
  return value === null || value === undefined || value === "" || Number.isNaN(value);
}

/** At most so many, in their order; those with most gaps stay. */
function withMostGaps(gaps: readonly Gaps[], most: number): Gaps[] {
  const byTotal = gaps.toSorted((one, other) => other.total - one.total);
  const kept = new Set(byTotal.slice(0, most));
  return gaps.filter((column) => kept.has(column));
}

function bandName(band: number, perBand: number, nRows: number): string {
  const [first, last] = [band * perBand + 1, Math.min((band + 1) * perBand, nRows)];
  return first === last ? String(first) : `${first}–${last}`;
}

function wholeNotes(columns: Readonly<Record<string, ArrayLike<unknown>>>, nRows: number): string[] {
  const all = Object.values(columns);
  if (all.length === 0) return ["Nothing to draw: no columns."];
  if (nRows === 0) return ["Nothing to draw: no rows."];
  let whole = 0;
  for (let row = 0; row < nRows; row++) if (!all.some((column) => isGap(column[row]))) whole++;
  return whole === nRows
    ? [`Nothing is missing in ${nRows} rows.`]
    : [`${whole} of ${nRows} rows are complete.`];
}

function chosenNotes(drawn: number, total: number, nRows: number): string[] {
  if (nRows === 0 || drawn === total) return [];
  return [`Of ${total} columns the ${drawn} with most gaps are drawn.`];
}
