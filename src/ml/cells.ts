import { shown } from "./check-input.ts";
import type { Features, MatrixLike } from "./features.ts";

/** One value of a table that need not be all numbers. Missing is NaN among numbers and null among texts. */
export type Cell = string | number | null;

/** Columns of equal length, of numbers or of texts. */
export interface CellTable {
  readonly columns: readonly ArrayLike<Cell>[];
}

/** A table of numbers, texts or both: rows, columns, or a matrix of ml-matrix. Features are cells too. */
export type Cells = Features | readonly (readonly Cell[])[] | CellTable;

/** A table's shape and a way to each of its values, which are not checked yet; both indices count from 0. */
export interface CellReader {
  readonly nSamples: number;
  readonly nFeatures: number;
  cellAt(i: number, j: number): unknown;
}

/**
 * Checks the shape of a table, and what it holds not at all. With `nFeatures`, it must be that wide.
 * @throws {TypeError} when X is none of the forms of Cells
 * @throws {RangeError} when X is empty, its rows or columns differ in length, or the width is another
 */
export function readShape(who: string, X: Cells, nFeatures?: number): CellReader {
  const reader = readerOf(who, X);
  if (reader.nSamples === 0) throw new RangeError(`${who} needs at least one row, got none.`);
  if (reader.nFeatures === 0)
    throw new RangeError(`${who} needs at least one column, got rows without values.`);
  if (nFeatures !== undefined && reader.nFeatures !== nFeatures) {
    throw new RangeError(`${who} needs rows of ${nFeatures} values, as in fit, got ${reader.nFeatures}.`);
  }
  return reader;
}

/** A column of numbers, NaN where missing, or of texts, null where missing. One without any value may be either. */
export type CellColumn = Float64Array | (string | null)[];

/**
 * The columns of a table, copied, each of numbers or of texts.
 * @throws {TypeError|RangeError} as readShape does, and when a value is neither text nor finite number nor missing,
 *   or a column holds both texts and numbers
 */
export function readCells(who: string, X: Cells, nFeatures?: number): CellColumn[] {
  const { nSamples, nFeatures: width, cellAt } = readShape(who, X, nFeatures);
  return Array.from({ length: width }, (_, j) => {
    const readColumn = isTextColumn(cellAt, nSamples, j) ? readTexts : readNumbers;
    return readColumn(who, cellAt, nSamples, j);
  });
}

/** Whether a value is missing: null or NaN. */
export function isMissing(cell: unknown): boolean {
  return cell === null || Number.isNaN(cell);
}

/**
 * The table of the samples at the given indices, in the order of the indices and in the form of X, except that a
 * matrix of ml-matrix becomes rows. Rows are not copied.
 * @throws {RangeError} when an index is not the position of a sample
 * @example takeSamples([["a"], ["b"], ["c"]], [2, 0]) // [["c"], ["a"]]
 */
export function takeSamples(X: Cells, indices: readonly number[]): Cells {
  const { nSamples } = readShape("takeSamples", X);
  checkIndices("takeSamples", indices, nSamples);
  if (isRows(X)) return indices.map((i) => X[i]!);
  if (isCellTable(X)) return { columns: X.columns.map((column) => takeFrom(column, indices)) };
  return indices.map((i) => Array.from({ length: X.columns }, (_, j) => X.get(i, j)));
}

/**
 * Checks that every index is the position of one of `count` things.
 * @throws {RangeError} when one is not
 */
export function checkIndices(who: string, indices: readonly number[], count: number): void {
  const bad = indices.find((i) => !Number.isSafeInteger(i) || i < 0 || i >= count);
  if (bad !== undefined) {
    throw new RangeError(`${who} needs indices from 0 to ${count - 1}, got ${shown(bad)}.`);
  }
}

function takeFrom(column: ArrayLike<Cell>, indices: readonly number[]): ArrayLike<Cell> {
  if (column instanceof Float64Array) return Float64Array.from(indices, (i) => column[i]!);
  return indices.map((i) => column[i]!);
}

function readerOf(who: string, X: Cells): CellReader {
  if (isRows(X)) return readerOfRows(who, X);
  if (isCellTable(X)) return readerOfColumns(who, X.columns);
  if (isMatrixLike(X)) return { nSamples: X.rows, nFeatures: X.columns, cellAt: (i, j) => X.get(i, j) };
  throw new TypeError(`${who} needs an array of rows, got ${shown(X)}.`);
}

function readerOfRows(who: string, rows: readonly (readonly unknown[])[]): CellReader {
  for (let i = 0; i < rows.length; i++) {
    const row: unknown = rows[i];
    if (!Array.isArray(row) && !(row instanceof Float64Array)) {
      throw new TypeError(`${who} needs an array for each row, got ${shown(row)} as row ${i}.`);
    }
  }
  const nFeatures = checkLengths(who, "row", rows);
  return { nSamples: rows.length, nFeatures, cellAt: (i, j) => rows[i]![j] };
}

function readerOfColumns(who: string, columns: readonly ArrayLike<unknown>[]): CellReader {
  const nSamples = checkLengths(who, "column", columns);
  // A table without columns has no rows either; what is missing are the columns.
  return {
    nSamples: columns.length === 0 ? 1 : nSamples,
    nFeatures: columns.length,
    cellAt: (i, j) => columns[j]![i],
  };
}

function checkLengths(who: string, what: string, lines: readonly ArrayLike<unknown>[]): number {
  const length = lines[0]?.length ?? 0;
  const ragged = lines.findIndex((line) => line?.length !== length);
  if (ragged >= 0) {
    throw new RangeError(
      `${who} needs ${what}s of equal length, got ${length} values in ${what} 0 and ${lines[ragged]?.length} in ${what} ${ragged}.`,
    );
  }
  return length;
}

/** Whether the first value that is not missing is a text; where all are, whether all are null. */
function isTextColumn(cellAt: CellReader["cellAt"], nSamples: number, j: number): boolean {
  let isNull = true;
  for (let i = 0; i < nSamples; i++) {
    const cell = cellAt(i, j);
    if (!isMissing(cell)) return typeof cell === "string";
    isNull &&= cell === null;
  }
  return isNull;
}

function readTexts(who: string, cellAt: CellReader["cellAt"], nSamples: number, j: number): CellColumn {
  const column = new Array<string | null>(nSamples);
  for (let i = 0; i < nSamples; i++) {
    const cell = cellAt(i, j);
    if (typeof cell === "string") column[i] = cell;
    else if (isMissing(cell)) column[i] = null;
    else throw unlikeCell(who, cell, i, j);
  }
  return column;
}

function readNumbers(who: string, cellAt: CellReader["cellAt"], nSamples: number, j: number): CellColumn {
  const column = new Float64Array(nSamples);
  for (let i = 0; i < nSamples; i++) {
    const cell = cellAt(i, j);
    if (typeof cell === "number" && Math.abs(cell) !== Number.POSITIVE_INFINITY) column[i] = cell;
    else if (cell === null) column[i] = Number.NaN;
    else throw unlikeCell(who, cell, i, j);
  }
  return column;
}

function unlikeCell(who: string, cell: unknown, i: number, j: number): Error {
  const place = `got ${shown(cell)} in row ${i}, column ${j} (both count from 0)`;
  if (typeof cell === "string" || Number.isFinite(cell)) {
    return new TypeError(`${who} needs columns of texts or of numbers, not both, ${place}.`);
  }
  const message = `${who} needs texts, finite numbers or missing values (NaN, null), ${place}.`;
  return typeof cell === "number" ? new RangeError(message) : new TypeError(message);
}

function isRows(X: Cells): X is readonly (readonly Cell[])[] {
  return Array.isArray(X);
}

function isCellTable(X: unknown): X is CellTable {
  return typeof X === "object" && X !== null && Array.isArray((X as Partial<CellTable>).columns);
}

function isMatrixLike(X: unknown): X is MatrixLike {
  if (typeof X !== "object" || X === null) return false;
  const { rows, columns, get } = X as Partial<MatrixLike>;
  return Number.isSafeInteger(rows) && Number.isSafeInteger(columns) && typeof get === "function";
}
