/** Two points always lie on a line. */
const LEAST_ROWS = 3;

/**
 * Pearson's correlation over the rows in which both columns have a finite number.
 *
 * @param one as long as the other
 * @returns −1 to 1, or NaN if either is constant there or there are fewer than three such rows
 * @example pearson([1, 2, 3], [2, 4, 7])
 * @see https://en.wikipedia.org/wiki/Pearson_correlation_coefficient
 */
export function pearson(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const rows = sharedRows(one, other);
  if (rows.length < LEAST_ROWS) return Number.NaN;
  const x = centred(one, rows);
  const y = centred(other, rows);
  const [xx, yy, xy] = [product(x, x), product(y, y), product(x, y)];
  const correlation = xy / Math.sqrt(xx) / Math.sqrt(yy);
  return Math.max(-1, Math.min(1, correlation));
}

function sharedRows(one: ArrayLike<number>, other: ArrayLike<number>): Uint32Array {
  const rows = new Uint32Array(one.length);
  let count = 0;
  for (let i = 0; i < one.length; i++)
    if (Number.isFinite(one[i]) && Number.isFinite(other[i])) rows[count++] = i;
  return rows.subarray(0, count);
}

/** Distances from the mean, of which the largest is 1, so that no square overflows; zeros if all are the same. */
function centred(column: ArrayLike<number>, rows: Uint32Array): Float64Array {
  const values = Float64Array.from(rows, (row) => column[row] ?? 0);
  const largest = largestSize(values);
  if (values.every((value) => value === values[0])) return values.fill(0);
  const scaled = values.map((value) => value / largest);
  const mean = scaled.reduce((sum, value) => sum + value, 0) / scaled.length;
  const distances = scaled.map((value) => value - mean);
  const farthest = largestSize(distances);
  return farthest === 0 ? distances : distances.map((distance) => distance / farthest);
}

function largestSize(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

function product(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, i) => sum + value * (other[i] ?? 0), 0);
}
