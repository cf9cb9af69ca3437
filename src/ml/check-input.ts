/** Rows × features, `[nSamples, nFeatures]`. */
export type Matrix = readonly (readonly number[])[];

/** The same numbers, row after row, in one typed array. */
export interface DenseMatrix {
  readonly values: Float64Array;
  readonly nSamples: number;
  readonly nFeatures: number;
}

/**
 * Checks that X is a table of finite numbers and copies it into one typed array.
 * With `nFeatures`, the rows must have that width, as rows shown after `fit` must.
 * @throws {TypeError} when X or one of its rows is not an array, or a value is not a number
 * @throws {RangeError} when X is empty, its rows differ in length, or a value is NaN or infinite
 */
export function readMatrix(who: string, X: Matrix, nFeatures?: number): DenseMatrix {
  if (!Array.isArray(X)) throw new TypeError(`${who} needs an array of rows, got ${shown(X)}.`);
  if (X.length === 0) throw new RangeError(`${who} needs at least one row, got none.`);
  const width = checkRow(who, X, 0).length;
  if (width === 0) throw new RangeError(`${who} needs at least one column, got rows without values.`);
  if (nFeatures !== undefined && width !== nFeatures) {
    throw new RangeError(`${who} needs rows of ${nFeatures} values, as in fit, got ${width}.`);
  }
  const values = new Float64Array(X.length * width);
  for (let i = 0; i < X.length; i++) {
    const row = checkRow(who, X, i);
    if (row.length !== width) {
      throw new RangeError(
        `${who} needs rows of equal length, got ${width} values in row 0 and ${row.length} in row ${i}.`,
      );
    }
    for (let j = 0; j < width; j++) values[i * width + j] = checkValue(who, row[j], i, j);
  }
  return { values, nSamples: X.length, nFeatures: width };
}

function checkRow(who: string, X: Matrix, i: number): readonly number[] {
  const row = X[i];
  if (!Array.isArray(row)) {
    throw new TypeError(`${who} needs an array for each row, got ${shown(row)} as row ${i}.`);
  }
  return row;
}

function checkValue(who: string, value: unknown, i: number, j: number): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  const message = `${who} needs finite numbers, got ${shown(value)} in row ${i}, column ${j} (both count from 0).`;
  throw typeof value === "number" ? new RangeError(message) : new TypeError(message);
}

/**
 * Checks that there is one target for each row.
 * @throws {TypeError} when y is not an array
 * @throws {RangeError} when the lengths differ
 */
export function checkSameLength(who: string, nSamples: number, y: readonly unknown[]): void {
  if (!Array.isArray(y)) throw new TypeError(`${who} needs an array of targets, got ${shown(y)}.`);
  if (y.length !== nSamples) {
    throw new RangeError(
      `${who} needs one target for each row, got ${nSamples} rows and ${y.length} targets.`,
    );
  }
}

/**
 * Checks that a count is a whole number, `least` or more.
 * @throws {RangeError} when it is not
 */
export function checkCount(who: string, name: string, value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new RangeError(`${who} needs a whole number ${name} ≥ ${least}, got ${shown(value)}.`);
  }
}

/** The error of a method, or of learned state, that is asked for before `fit`. */
export function notFitted(who: string): TypeError {
  return new TypeError(`${who} needs a fitted estimator, got one that has not learned yet: call fit first.`);
}

/** A value as an error message names it: short, and without running any of the value's own code. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value === "function") return "a function";
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
