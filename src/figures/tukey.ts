import { quantile } from "./quantile.ts";

/** Whiskers reach this many times the middle half's length. */
const REACH = 1.5;

/** Where values lie, in their own unit, after Tukey. */
export interface Tukey {
  /** The smallest value that is no outlier. */
  readonly lowerWhisker: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  /** The largest value that is no outlier. */
  readonly upperWhisker: number;
  /** The values farther than 1.5 times the middle half's length from it, ascending. */
  readonly outliers: readonly number[];
}

/**
 * Quartiles, the last values within 1.5 times the middle half's length of them, and all values beyond.
 *
 * @param values one or more finite numbers in any order
 * @throws RangeError if there are none
 * @example tukeyOf([1, 2, 3, 4, 100]).outliers // [100]
 * @see https://en.wikipedia.org/wiki/Box_plot
 */
export function tukeyOf(values: ArrayLike<number>): Tukey {
  if (values.length === 0) throw new RangeError("tukeyOf needs one value or more, got none.");
  const sorted = Float64Array.from(values).sort();
  const lowerQuartile = quantile(sorted, 0.25);
  const upperQuartile = quantile(sorted, 0.75);
  const reach = REACH * (upperQuartile - lowerQuartile);
  const from = countWhere(sorted, (value) => value < lowerQuartile - reach);
  const to = countWhere(sorted, (value) => value <= upperQuartile + reach);
  return {
    // A quartile between two values may lie outside all that is within reach of it.
    lowerWhisker: Math.min(sorted[from] ?? lowerQuartile, lowerQuartile),
    lowerQuartile,
    median: quantile(sorted, 0.5),
    upperQuartile,
    upperWhisker: Math.max(sorted[to - 1] ?? upperQuartile, upperQuartile),
    outliers: [...sorted.subarray(0, from), ...sorted.subarray(to)],
  };
}

/** How many values at the beginning hold to a rule that none behind them holds to, by bisection. */
function countWhere(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
