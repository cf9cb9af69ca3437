// Put your code where it says "Not written yet". Everything else here is yours to use and to change.
// Save, then have it graded: npm run grade 2

/** What there is to say about a column of numbers. Where there is no answer, it is null. */
export interface Description {
  /** How many values are there, and how many are missing. */
  count: number;
  missing: number;
  mean: number | null;
  /** The standard deviation of a sample; it needs two values. */
  std: number | null;
  min: number | null;
  q1: number | null;
  median: number | null;
  q3: number | null;
  max: number | null;
}

/**
 * Each different value with how often it comes, the most frequent first: `[["Day", 3], ["Dusk", 1]]`.
 *
 * Values that come equally often may stand in any order.
 */
export function frequencies(values: string[]): [string, number][] {
  throw new Error("Not written yet: frequencies");
}

/**
 * The value at a share of the way through the values in ascending order: 0 is the smallest, 1 the largest, 0.5 the median.
 *
 * The way has `n − 1` steps for `n` values. Where it ends between two values, the answer lies between them, in proportion: half-way
 * between 10 and 20 is 15. There is at least one value; they come in any order, and their list stays as it is.
 */
export function quantile(values: number[], share: number): number {
  throw new Error("Not written yet: quantile");
}

/**
 * Describes a column of numbers, in which `null` stands for a missing value.
 *
 * A missing value is counted in `missing` and has no part in anything else. `std` divides by `count − 1`. `q1`, `median` and `q3` are
 * the quantiles at 0.25, 0.5 and 0.75. Without any value all but the two counts are null; of a single value only `std` is.
 */
export function describe(values: (number | null)[]): Description {
  throw new Error("Not written yet: describe");
}
