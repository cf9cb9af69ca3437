// Put your code where it says "Not written yet". Everything else here is yours to use and to change.
// Save, then have it graded: npm run grade 4

/** A row of a table, by column name; null where a value is missing. All rows of a table have the same columns. */
export type Row = Record<string, string | number | boolean | null>;

/** How a gap is filled: by the mean, the median or the most frequent value of the column. */
export type Strategy = "mean" | "median" | "mostFrequent";

/** What an imputer knows: for each of its columns, the value that goes into a gap. */
export interface Imputer {
  fill: Record<string, number | string>;
}

/**
 * The rows with each cell of one column that is a code for "missing" made a gap: null. All else stays.
 *
 * @param codes the values that stand for a gap in this column, such as 0, -999 or "unknown"
 */
export function markGaps(rows: Row[], column: string, codes: (number | string)[]): Row[] {
  throw new Error("Not written yet: markGaps");
}

/**
 * Learns what to fill the gaps of each column with, from the values that are there.
 *
 * "mean" and "median" are asked of columns of numbers. The median of an even count is the mean of the two in the middle.
 * "mostFrequent" may be asked of texts too; of several that are equally frequent it may be any.
 * A column without a single value teaches nothing: throw an error.
 */
export function fitImputer(rows: Row[], columns: string[], strategy: Strategy): Imputer {
  throw new Error("Not written yet: fitImputer");
}

/**
 * The rows with the imputer's columns filled, and beside each of these an indicator: a column named "speed was missing", if the column is
 * "speed", with 1 where the value was missing and 0 where it was not.
 *
 * Each of the imputer's columns gets its indicator, also if no value was missing in these rows. All other cells stay, gaps among them.
 */
export function impute(imputer: Imputer, rows: Row[]): Row[] {
  throw new Error("Not written yet: impute");
}
