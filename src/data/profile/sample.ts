import type { Field } from "../package-schema.ts";
import type { Moments } from "./numbers.ts";
import type { Measure, TextOfLength } from "./profile.ts";

/** Rows of a table, all of them or some, and what was found out about all while they were chosen. */
export interface Sample {
  /** How many rows the table has. */
  readonly tableRows: number;
  /** Whether the sample holds all of them. */
  readonly isWhole: boolean;
  readonly rows: number;
  /** How many of the table's rows have a cell that is not of its type. */
  readonly unreadableRows: number;
  /** How many different rows the table has. */
  readonly distinctRows: Measure<number>;
  readonly columns: readonly SampleColumn[];
}

/** What is known of a column from all rows. */
interface Totals {
  /** How many values it has. */
  readonly count: number;
  readonly distinct: Measure<number>;
}

/** Numbers, or seconds since 1970 for dates and times. */
export interface NumberSample {
  readonly field: Field;
  /** NaN where one is missing. */
  readonly values: Float64Array;
  readonly totals: Totals & {
    /** Null if there are no values. */
    readonly minimum: number | null;
    readonly maximum: number | null;
    /** Null if there are none, or one pass cannot compute them. */
    readonly moments: Moments | null;
  };
}

/** Texts, each different one kept once. */
export interface TextSample {
  readonly field: Field;
  readonly words: readonly string[];
  /** How often each word occurs in the sample. */
  readonly counts: readonly number[];
  /** For each row, which of the words it has; −1 where one is missing. */
  readonly codes: Float64Array;
  readonly totals: Totals & {
    readonly shortest: TextOfLength | null;
    readonly longest: TextOfLength | null;
    /** How often each word occurs in the table, if the sample has all of its words. */
    readonly counts: readonly number[] | null;
  };
}

export type SampleColumn = NumberSample | TextSample;

/** Whether a column's values are kept as numbers. */
export function hasNumbers(column: SampleColumn): column is NumberSample {
  return "values" in column;
}

/** Whether a column has no value in a row of the sample. */
export function isMissingIn(column: SampleColumn, row: number): boolean {
  return hasNumbers(column) ? Number.isNaN(column.values[row]) : column.codes[row] === -1;
}
