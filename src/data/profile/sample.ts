import type { Field } from "../package-schema.ts";

/** Some rows of a table, or all of them, by column. */
export interface Sample {
  readonly rows: number;
  readonly isWhole: boolean;
  readonly columns: readonly SampleColumn[];
}

/** Numbers, or seconds since 1970 for dates and times; NaN where one is missing. */
export interface NumberSample {
  readonly field: Field;
  readonly values: Float64Array;
}

/** Texts, each different one kept once. */
export interface TextSample {
  readonly field: Field;
  readonly words: readonly string[];
  readonly counts: readonly number[];
  /** For each row, which of the words it has; −1 where one is missing. */
  readonly codes: Int32Array;
}

export type SampleColumn = NumberSample | TextSample;

/** Whether a column's values are kept as numbers. */
export function hasNumbers(column: SampleColumn): column is NumberSample {
  return "values" in column;
}

/** How many values a column lacks. */
export function countMissing(column: SampleColumn): number {
  return hasNumbers(column)
    ? column.values.reduce((count, value) => (Number.isNaN(value) ? count + 1 : count), 0)
    : column.codes.length - column.counts.reduce((sum, count) => sum + count, 0);
}
