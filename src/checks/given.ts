import fc, { type Arbitrary } from "fast-check";

export interface MatrixSize {
  readonly rows?: { readonly min?: number; readonly max?: number };
  /** How many columns, or between which numbers. */
  readonly columns?: number | { readonly min?: number; readonly max?: number };
}

/** Steps and offsets are short binary fractions: sums and squares of such numbers are exact, so every sound formula agrees. */
const steps = [1, 0.25, 8, 0.125, 32];

/**
 * Rows × columns of numbers: each column on a scale of its own, some columns constant.
 *
 * Shrinks towards one row of one 0 with step 1.
 *
 * @example given.matrix({ rows: { min: 2 }, columns: 3 })
 */
function matrix({ rows = {}, columns = {} }: MatrixSize = {}): Arbitrary<number[][]> {
  const { min: minRows = 1, max: maxRows = 8 } = rows;
  const { min: minColumns = 1, max: maxColumns = 4 } =
    typeof columns === "number" ? { min: columns, max: columns } : columns;
  return fc
    .tuple(fc.integer({ min: minRows, max: maxRows }), fc.integer({ min: minColumns, max: maxColumns }))
    .chain(([nRows, nColumns]) => fc.tuple(...Array.from({ length: nColumns }, () => column(nRows))))
    .map((byColumn) => rowsOf(byColumn));
}

/** One column: numbers on a random scale around a random offset; one time in six a constant. */
function column(nRows: number): Arbitrary<number[]> {
  const varying = fc
    .tuple(
      fc.constantFrom(...steps),
      fc.integer({ min: -12, max: 12 }),
      fc.array(fc.integer({ min: -10, max: 10 }), { minLength: nRows, maxLength: nRows }),
    )
    .map(([step, offset, counts]) => counts.map((count) => step * (offset + count)));
  const constant = fc
    .integer({ min: -20, max: 20 })
    .map((value) => Array.from({ length: nRows }, () => value));
  return fc.oneof({ arbitrary: varying, weight: 5 }, { arbitrary: constant, weight: 1 });
}

function rowsOf(byColumn: readonly number[][]): number[][] {
  const nRows = byColumn[0]?.length ?? 0;
  return Array.from({ length: nRows }, (_, i) => byColumn.map((values) => values[i] ?? 0));
}

/** A list of numbers, as one column of `given.matrix`. */
function numbers({ min = 1, max = 12 }: { min?: number; max?: number } = {}): Arbitrary<number[]> {
  return fc.integer({ min, max }).chain(column);
}

/** A list of class labels out of a few names. */
function labels({
  min = 1,
  max = 12,
  names = ["a", "b", "c"],
}: {
  min?: number;
  max?: number;
  names?: string[];
} = {}) {
  return fc.array(fc.constantFrom(...names), { minLength: min, maxLength: max });
}

/** Generators of inputs for `property` and `agreesWith`; whatever else is needed comes from `given.fc` (fast-check). */
export const given = { matrix, numbers, labels, fc };
