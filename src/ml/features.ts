import { shown } from "./check-input.ts";

/** Rows × features, `[nSamples, nFeatures]`. */
export type Matrix = readonly (readonly number[])[];

/** A matrix of ml-matrix, or whatever else gives its numbers one by one. */
export interface MatrixLike {
  readonly rows: number;
  readonly columns: number;
  get(i: number, j: number): number;
}

/** A table kept column by column; all columns are equally long. */
export interface ColumnTable {
  readonly columns: readonly ArrayLike<number>[];
}

/** What estimators take as X: rows of numbers, a matrix of ml-matrix, or a table of columns. */
export type Features = Matrix | MatrixLike | ColumnTable;

/** The numbers of X, row after row, in one typed array. */
export interface DenseMatrix {
  readonly values: Float64Array;
  readonly nSamples: number;
  readonly nFeatures: number;
}

/** The numbers of X, one typed array a column. */
export interface DenseColumns {
  readonly columns: readonly Float64Array[];
  readonly nSamples: number;
  readonly nFeatures: number;
}

/**
 * Checks that X holds finite numbers and copies it into one typed array, row after row.
 * With `nFeatures`, the rows must have that width, as rows shown after `fit` must.
 * @throws {TypeError} when X is none of the forms of Features, or a value is not a number
 * @throws {RangeError} when X is empty, its rows or columns differ in length, or a value is NaN or infinite
 */
export function readMatrix(who: string, X: Features, nFeatures?: number): DenseMatrix {
  const { nSamples, nFeatures: width, copyTo } = formOf(who, X, nFeatures);
  const values = new Float64Array(nSamples * width);
  copyTo(values, width, 1);
  return { values, nSamples, nFeatures: width };
}

/**
 * Checks X as readMatrix does and copies it into a typed array for each column.
 * @throws {TypeError|RangeError} as readMatrix does
 */
export function readColumns(who: string, X: Features, nFeatures?: number): DenseColumns {
  const { nSamples, nFeatures: width, copyTo } = formOf(who, X, nFeatures);
  const values = new Float64Array(nSamples * width);
  copyTo(values, 1, nSamples);
  const columns = Array.from({ length: width }, (_, j) => values.subarray(j * nSamples, (j + 1) * nSamples));
  return { columns, nSamples, nFeatures: width };
}

/** One of the forms of X. The loops over its values are here, where they are plain enough to be fast. */
interface Form {
  readonly nSamples: number;
  readonly nFeatures: number;
  /** Writes the value of row i and column j, once it is checked, at i × rowStep + j × columnStep. */
  copyTo(values: Float64Array, rowStep: number, columnStep: number): void;
}

function formOf(who: string, X: unknown, nFeatures: number | undefined): Form {
  const form = Array.isArray(X)
    ? formOfRows(who, X)
    : isMatrixLike(X)
      ? formOfMatrix(who, X)
      : isColumnTable(X)
        ? formOfColumns(who, X)
        : undefined;
  if (form === undefined) throw new TypeError(`${who} needs an array of rows, got ${shown(X)}.`);
  if (form.nSamples === 0) throw new RangeError(`${who} needs at least one row, got none.`);
  if (form.nFeatures === 0)
    throw new RangeError(`${who} needs at least one column, got rows without values.`);
  if (nFeatures !== undefined && form.nFeatures !== nFeatures) {
    throw new RangeError(`${who} needs rows of ${nFeatures} values, as in fit, got ${form.nFeatures}.`);
  }
  return form;
}

function formOfRows(who: string, given: readonly unknown[]): Form {
  const rows: (readonly unknown[])[] = [];
  for (let i = 0; i < given.length; i++) rows.push(checkRow(who, given[i], i));
  const nFeatures = rows[0]?.length ?? 0;
  for (let i = 0; i < rows.length; i++) {
    if (rows[i]!.length !== nFeatures) {
      throw new RangeError(
        `${who} needs rows of equal length, got ${nFeatures} values in row 0 and ${rows[i]!.length} in row ${i}.`,
      );
    }
  }
  const copyTo: Form["copyTo"] = (values, rowStep, columnStep) => {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      for (let j = 0; j < nFeatures; j++) {
        const value = row[j];
        values[i * rowStep + j * columnStep] = isFiniteNumber(value) ? value : refuse(who, value, i, j);
      }
    }
  };
  return { nSamples: rows.length, nFeatures, copyTo };
}

function checkRow(who: string, row: unknown, i: number): readonly unknown[] {
  if (Array.isArray(row) || row instanceof Float64Array) return row as readonly unknown[];
  throw new TypeError(`${who} needs an array for each row, got ${shown(row)} as row ${i}.`);
}

function isMatrixLike(X: unknown): X is MatrixLike {
  if (typeof X !== "object" || X === null) return false;
  const { rows, columns, get } = X as Partial<MatrixLike>;
  return Number.isSafeInteger(rows) && Number.isSafeInteger(columns) && typeof get === "function";
}

function formOfMatrix(who: string, X: MatrixLike): Form {
  const { rows: nSamples, columns: nFeatures } = X;
  const copyTo: Form["copyTo"] = (values, rowStep, columnStep) => {
    for (let i = 0; i < nSamples; i++) {
      for (let j = 0; j < nFeatures; j++) {
        const value: unknown = X.get(i, j);
        values[i * rowStep + j * columnStep] = isFiniteNumber(value) ? value : refuse(who, value, i, j);
      }
    }
  };
  return { nSamples, nFeatures, copyTo };
}

function isColumnTable(X: unknown): X is ColumnTable {
  return typeof X === "object" && X !== null && Array.isArray((X as Partial<ColumnTable>).columns);
}

function formOfColumns(who: string, { columns }: ColumnTable): Form {
  const length = columns[0]?.length ?? 0;
  const ragged = columns.findIndex((column) => column?.length !== length);
  if (ragged >= 0) {
    throw new RangeError(
      `${who} needs columns of equal length, got ${length} values in column 0 and ${columns[ragged]?.length} in column ${ragged}.`,
    );
  }
  const copyTo: Form["copyTo"] = (values, rowStep, columnStep) => {
    for (let j = 0; j < columns.length; j++) {
      const column = columns[j]!;
      for (let i = 0; i < length; i++) {
        const value: unknown = column[i];
        values[i * rowStep + j * columnStep] = isFiniteNumber(value) ? value : refuse(who, value, i, j);
      }
    }
  };
  // A table without columns has no rows either; what is missing are the columns.
  return { nSamples: columns.length === 0 ? 1 : length, nFeatures: columns.length, copyTo };
}

/** Whether a value is a finite number: of infinity and NaN, the difference from themselves is not 0. */
function isFiniteNumber(value: unknown): value is number {
  return typeof value === "number" && value - value === 0;
}

function refuse(who: string, value: unknown, i: number, j: number): never {
  const message = `${who} needs finite numbers, got ${shown(value)} in row ${i}, column ${j} (both count from 0).`;
  throw typeof value === "number" ? new RangeError(message) : new TypeError(message);
}
