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
  // answer:
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
  // end
}

/**
 * The value at a share of the way through the values in ascending order: 0 is the smallest, 1 the largest, 0.5 the median.
 *
 * The way has `n − 1` steps for `n` values. Where it ends between two values, the answer lies between them, in proportion: half-way
 * between 10 and 20 is 15. There is at least one value; they come in any order, and their list stays as it is.
 */
export function quantile(values: number[], share: number): number {
  // answer:
  const ascending = [...values].sort((one, other) => one - other);
  const place = share * (ascending.length - 1);
  const before = ascending[Math.floor(place)];
  const after = ascending[Math.ceil(place)];
  return before + (after - before) * (place % 1);
  // end
}

/**
 * Describes a column of numbers, in which `null` stands for a missing value.
 *
 * A missing value is counted in `missing` and has no part in anything else. `std` divides by `count − 1`. `q1`, `median` and `q3` are
 * the quantiles at 0.25, 0.5 and 0.75. Without any value all but the two counts are null; of a single value only `std` is.
 */
export function describe(values: (number | null)[]): Description {
  // answer:
  const there = values.filter((value) => value !== null);
  const count = there.length;
  const missing = values.length - count;
  if (count === 0) {
    return { count, missing, mean: null, std: null, min: null, q1: null, median: null, q3: null, max: null };
  }
  const mean = sumOf(there) / count;
  const squares = sumOf(there.map((value) => (value - mean) ** 2));
  const std = count < 2 ? null : Math.sqrt(squares / (count - 1));
  const [min, q1, median, q3, max] = [0, 0.25, 0.5, 0.75, 1].map((share) => quantile(there, share));
  return { count, missing, mean, std, min, q1, median, q3, max };
  // end
}

// answer:
function sumOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
// end
