/** Two points always lie on a line. */
const LEAST_ROWS = 3;

/**
 * Pearson's correlation of each column with each, over the rows in which both have a finite number.
 *
 * @param columns of one length, `[nColumns][nRows]`
 * @returns `[nColumns, nColumns]`: −1 to 1, or NaN if either is constant there or there are fewer than three such rows
 * @example pearson([[1, 2, 3], [2, 4, 7]])[0]?.[1]
 * @see https://en.wikipedia.org/wiki/Pearson_correlation_coefficient
 */
export function pearson(columns: readonly ArrayLike<number>[]): number[][] {
  // Columns without gaps share their rows with all such columns, so their distances are computed once.
  const whole = columns.map((column) => (isWhole(column) ? distancesOf(Float64Array.from(column)) : null));
  const cells = columns.map(() => new Array<number>(columns.length).fill(Number.NaN));
  for (const [i, one] of columns.entries())
    for (let j = i; j < columns.length; j++) {
      const [x, y] = [whole[i], whole[j]];
      const correlation = x && y ? cosine(x, y) : correlate(one, columns[j] ?? []);
      for (const [row, column] of [
        [i, j],
        [j, i],
      ] as const)
        (cells[row] ?? [])[column] = correlation;
    }
  return cells;
}

function isWhole(column: ArrayLike<number>): boolean {
  for (let i = 0; i < column.length; i++) if (!Number.isFinite(column[i])) return false;
  return true;
}

function correlate(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const [x, y] = [new Float64Array(one.length), new Float64Array(one.length)];
  let count = 0;
  for (let i = 0; i < one.length; i++) {
    const [a, b] = [one[i] ?? Number.NaN, other[i] ?? Number.NaN];
    if (!(Number.isFinite(a) && Number.isFinite(b))) continue;
    x[count] = a;
    y[count++] = b;
  }
  return cosine(distancesOf(x.subarray(0, count)), distancesOf(y.subarray(0, count)));
}

/** Distances from the mean, of which the largest is 1, so that no square overflows; zeros if all values are the same. */
function distancesOf(values: Float64Array): Float64Array {
  const largest = largestSize(values);
  if (values.every((value) => value === values[0])) return new Float64Array(values.length);
  const scaled = values.map((value) => value / largest);
  let sum = 0;
  for (const value of scaled) sum += value;
  const mean = sum / scaled.length;
  const distances = scaled.map((value) => value - mean);
  const farthest = largestSize(distances);
  return farthest === 0 ? distances : distances.map((distance) => distance / farthest);
}

function largestSize(values: Float64Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest;
}

/** The correlation of columns that are given as distances from their means. */
function cosine(x: Float64Array, y: Float64Array): number {
  if (x.length < LEAST_ROWS) return Number.NaN;
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const [a, b] = [x[i] ?? 0, y[i] ?? 0];
    xx += a * a;
    yy += b * b;
    xy += a * b;
  }
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}
