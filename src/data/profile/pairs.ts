import { isNumberType } from "../column.ts";
import { largestSize } from "./numbers.ts";
import type { Pair, Pairs } from "./profile.ts";
import { hasNumbers, type NumberSample, type Sample } from "./sample.ts";

/** From which correlation on two columns tell nearly the same. */
export const strong = 0.9;

const MOST_PAIRS = 10;

/** Pairs grow with the square of the columns; of more columns than this, the first are compared. */
const MOST_COLUMNS = 300;

/** How many products are computed at most; with more, only every so many rows are compared. */
const MOST_PRODUCTS = 2e8;

/** Two points always lie on a line. */
const LEAST_ROWS = 3;

/** Pearson's correlation of each numeric column with each. */
export interface Correlations {
  readonly names: readonly string[];
  /** `[nColumns][nColumns]`: null where one of both is constant, and on the diagonal, of which nobody asks. */
  readonly cells: readonly (readonly (number | null)[])[];
  /** Whether all rows of the table were compared. */
  readonly exact: boolean;
  /** How many columns were too many. */
  readonly leftOut: number;
}

/**
 * Computes the linear correlation of numeric columns with each other.
 *
 * @param names the columns that may be compared
 * @see https://en.wikipedia.org/wiki/Pearson_correlation_coefficient
 */
export function correlationsOf({ columns, rows, isWhole }: Sample, names: ReadonlySet<string>): Correlations {
  const numeric = columns
    .filter(hasNumbers)
    .filter(({ field }) => isNumberType(field.type) && names.has(field.name));
  const compared = numeric.slice(0, MOST_COLUMNS);
  const nPairs = (compared.length * (compared.length - 1)) / 2;
  const everySo = Math.max(1, Math.ceil((rows * nPairs) / MOST_PRODUCTS));
  const values = compared.map((column) => nearOne(everyRow(column, everySo)));
  const cells = values.map(() => new Array<number | null>(values.length).fill(null));
  for (const [i, one] of values.entries()) {
    for (let j = i + 1; j < values.length; j++) {
      const correlation = correlate(one, values[j] ?? NOTHING);
      for (const [row, column] of [
        [i, j],
        [j, i],
      ] as const)
        (cells[row] ?? [])[column] = correlation;
    }
  }
  return {
    names: compared.map(({ field }) => field.name),
    cells,
    exact: isWhole && everySo === 1,
    leftOut: numeric.length - compared.length,
  };
}

/** Finds the pairs of columns with the strongest correlation, whichever sign it has. */
export function pairsOf({ names, cells, exact, leftOut }: Correlations): Pairs {
  const found: Pair[] = [];
  for (const [i, row] of cells.entries()) {
    for (let j = i + 1; j < row.length; j++) {
      const correlation = row[j] ?? null;
      if (correlation === null || Math.abs(correlation) < strong) continue;
      found.push({ columns: [names[i] ?? "", names[j] ?? ""], correlation });
    }
  }
  found.sort((one, other) => Math.abs(other.correlation) - Math.abs(one.correlation));
  return {
    strongest: { value: found.slice(0, MOST_PAIRS), exact },
    strong: found.length,
    compared: names.length,
    leftOut,
  };
}

const NOTHING = new Float64Array(0);

function everyRow({ values }: NumberSample, everySo: number): Float64Array {
  return everySo === 1 ? values : values.filter((_, i) => i % everySo === 0);
}

/** The values moved and scaled so that they lie between −1 and 1 around their mean, which changes no correlation. */
function nearOne(values: Float64Array): Float64Array {
  const size = largestSize(values);
  if (size === 0) return values;
  const scaled = values.map((value) => value / size);
  const present = scaled.filter((value) => !Number.isNaN(value));
  const mean = present.reduce((sum, value) => sum + value / present.length, 0);
  const centred = scaled.map((value) => value - mean);
  const spread = largestSize(centred);
  return spread === 0 ? centred : centred.map((value) => value / spread);
}

/** Pearson's r over the rows in which both have a value; null where one of them is constant there. */
export function correlate(one: Float64Array, other: Float64Array): number | null {
  let [n, sumX, sumY, sumXX, sumYY, sumXY] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < one.length; i++) {
    const x = one[i] ?? Number.NaN;
    const y = other[i] ?? Number.NaN;
    const xy = x * y;
    // Whichever is missing is NaN, and so is their product.
    if (Number.isNaN(xy)) continue;
    n++;
    sumX += x;
    sumY += y;
    sumXX += x * x;
    sumYY += y * y;
    sumXY += xy;
  }
  const varianceX = sumXX - (sumX * sumX) / n;
  const varianceY = sumYY - (sumY * sumY) / n;
  // A constant's variance is what rounding leaves of it.
  if (n < LEAST_ROWS || varianceX <= 1e-12 * sumXX || varianceY <= 1e-12 * sumYY) return null;
  const correlation = (sumXY - (sumX * sumY) / n) / Math.sqrt(varianceX * varianceY);
  return Math.max(-1, Math.min(1, correlation));
}
