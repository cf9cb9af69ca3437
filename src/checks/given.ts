import fc, { type Arbitrary } from "fast-check";

import { list } from "./list.ts";

export interface MatrixSize {
  readonly rows?: { readonly min?: number; readonly max?: number };
  /** How many columns, or between which numbers. */
  readonly columns?: number | { readonly min?: number; readonly max?: number };
}

/**
 * Steps and offsets are short binary fractions: sums and squares of such numbers are exact, so every sound formula agrees.
 */
const steps = [1, 0.25, 8, 0.125, 32];

/**
 * Rows × columns of numbers: each column on a scale of its own, some columns constant.
 *
 * Shrinks towards few columns, then few rows, then small whole numbers.
 *
 * @example given.matrix({ rows: { min: 2 }, columns: 3 })
 */
function matrix({ rows = {}, columns = {} }: MatrixSize = {}): Arbitrary<number[][]> {
  const { min: minLength = 1, max: maxLength = Math.max(8, minLength) } = rows;
  const { min = 1, max = Math.max(4, min) } =
    typeof columns === "number" ? { min: columns, max: columns } : columns;
  return fc.integer({ min, max }).chain((nColumns) => {
    const width = { minLength: nColumns, maxLength: nColumns };
    const counts = list(fc.array(fc.integer({ min: -10, max: 10 }), width), { minLength, maxLength });
    return fc
      .tuple(counts, fc.array(scale, width))
      .map(([table, scales]) => table.map((row) => row.map((count, j) => at(count, scales[j]))));
  });
}

interface Scale {
  readonly step: number;
  readonly offset: number;
  readonly isConstant: boolean;
}

/** Where a column lies and how wide it is; one time in six it is constant. */
const scale: Arbitrary<Scale> = fc.record({
  step: fc.constantFrom(...steps),
  offset: fc.integer({ min: -12, max: 12 }),
  isConstant: fc.integer({ min: 0, max: 5 }).map((value) => value === 5),
});

function at(
  count: number,
  { step, offset, isConstant }: Scale = { step: 1, offset: 0, isConstant: false },
): number {
  return isConstant ? offset : step * (offset + count);
}

/** A list of numbers, as one column of `given.matrix`. */
function numbers({ min = 1, max = 12 }: { min?: number; max?: number } = {}): Arbitrary<number[]> {
  return matrix({ rows: { min, max }, columns: 1 }).map((table) => table.map(([value]) => value ?? 0));
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
  return list(fc.constantFrom(...names), { minLength: min, maxLength: max });
}

/** Generators of inputs for `property` and `agreesWith`; whatever else is needed comes from `given.fc` (fast-check). */
export const given = { matrix, numbers, labels, fc };
