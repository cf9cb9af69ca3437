/** The most frequent numbers are told apart up to this many different ones. */
const FEW_NUMBERS = 20;

/** Beyond 2^±400 squares leave the range of a double; such numbers are brought near 1 by this one. */
const FAR = 2 ** 400;
const INTO_RANGE = 2 ** 600;

/** The mean of some numbers, and their deviation with n − 1. */
export interface Moments {
  readonly mean: number;
  /** Null for a single number, or where it is beyond the largest double. */
  readonly deviation: number | null;
}

/**
 * The values that are there, in ascending order.
 *
 * @param values NaN where one is missing
 */
export function sortedNumbers(values: Float64Array): Float64Array {
  const sorted = values.toSorted();
  let count = sorted.length;
  // A typed array sorts NaN behind all numbers.
  while (count > 0 && Number.isNaN(sorted[count - 1])) count--;
  return sorted.subarray(0, count);
}

/**
 * Mean and deviation, in two passes; finite wherever the true value is.
 *
 * @param values one number or more, none of them NaN
 * @see https://en.wikipedia.org/wiki/Algorithms_for_calculating_variance#Two-pass_algorithm
 */
export function momentsOf(values: Float64Array): Moments {
  const factor = factorFor(largestSize(values));
  const mean = sum(values, (value) => value * factor) / values.length;
  const squares = sum(values, (value) => (value * factor - mean) ** 2);
  // What rounding left in the mean; without it, 1e15 + 1, 1e15 + 2 … would deviate too much.
  const rest = sum(values, (value) => value * factor - mean);
  const variance = (squares - rest ** 2 / values.length) / (values.length - 1);
  const deviation = Math.sqrt(variance) / factor;
  const isConstant = values.every((value) => value === values[0]);
  return {
    mean: isConstant ? withoutSign(values[0] ?? 0) : withoutSign(mean / factor),
    deviation: values.length > 1 && Number.isFinite(deviation) ? (isConstant ? 0 : deviation) : null,
  };
}

/** The power of two by which numbers of a size can be multiplied so that their squares are doubles too. */
export function factorFor(size: number): number {
  if (size > FAR) return 1 / INTO_RANGE;
  return size > 0 && size < 1 / FAR ? INTO_RANGE : 1;
}

/** The largest of some numbers, whatever their sign; 0 if there are none. NaN is passed over. */
export function largestSize(values: Float64Array): number {
  return values.reduce((most, value) => (Math.abs(value) > most ? Math.abs(value) : most), 0);
}

/** A sum that keeps what each addition rounds away, by the method of Neumaier. */
function sum(values: Float64Array, of: (value: number) => number): number {
  let [total, lost] = [0, 0];
  for (const value of values) {
    const term = of(value);
    const next = total + term;
    lost += Math.abs(total) >= Math.abs(term) ? total - next + term : term - next + total;
    total = next;
  }
  return total + lost;
}

/**
 * The value that a share of the values lies below, interpolated between the two nearest as numpy and pandas do.
 *
 * @param sorted ascending, at least one
 * @param share 0 to 1
 */
export function quantileOf(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return withoutSign(between(below, above, place - Math.floor(place)));
}

/** Quarter, half and three quarters of `quantileOf`. */
export function quartilesOf(sorted: Float64Array): [number, number, number] {
  return [quantileOf(sorted, 0.25), quantileOf(sorted, 0.5), quantileOf(sorted, 0.75)];
}

/** The number at a share of the way from one to the other. */
export function between(from: number, to: number, share: number): number {
  const way = to - from;
  if (!Number.isFinite(way)) return from * (1 - share) + to * share;
  return share < 0.5 ? from + way * share : to - way * (1 - share);
}

/** Each number with its count, the most frequent first; null if there are too many for a list. */
export function frequentNumbers(sorted: Float64Array): { value: number; count: number }[] | null {
  const runs: { value: number; count: number }[] = [];
  for (const value of sorted) {
    const run = runs.at(-1);
    if (run?.value === value) run.count++;
    else if (runs.push({ value: withoutSign(value), count: 1 }) > FEW_NUMBERS) return null;
  }
  return runs.toSorted((one, other) => other.count - one.count || one.value - other.value);
}

/** The same number, but 0 for −0, which reads as a mistake. */
export function withoutSign(value: number): number {
  return value === 0 ? 0 : value;
}
