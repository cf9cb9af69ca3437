// Put your code where it says "Not written yet". Everything else here is yours to use and to change.
// Save, then have it graded: npm run grade 6

/** What a standard scaler knows about each column. */
export interface StandardScaler {
  mean: number[];
  /** The standard deviation; 1 for a column that never varies. */
  scale: number[];
}

/** What a min–max scaler knows about each column. */
export interface MinMaxScaler {
  min: number[];
  max: number[];
}

/** The numbers of one column, from top to bottom. Yours to use. */
export function columnOf(X: number[][], j: number): number[] {
  return X.map((row) => row[j]);
}

/**
 * Learns the mean and the standard deviation of each column.
 *
 * The deviation describes these rows, so it divides by n. A column that never varies has nothing to scale:
 * give it scale 1.
 */
export function fitStandardScaler(X: number[][]): StandardScaler {
  throw new Error("Not written yet: fitStandardScaler");
}

/**
 * Subtracts the scaler's mean from each number and divides by the scaler's scale, column by column.
 *
 * Returns new rows; the rows of X stay as they are.
 */
export function standardize(scaler: StandardScaler, X: number[][]): number[][] {
  throw new Error("Not written yet: standardize");
}

/** Learns the smallest and the largest number of each column. */
export function fitMinMaxScaler(X: number[][]): MinMaxScaler {
  throw new Error("Not written yet: fitMinMaxScaler");
}

/**
 * Puts each number where it lies between the scaler's min (0) and max (1), column by column.
 *
 * A number outside that range lands outside 0 to 1. A column whose min is its max becomes 0 where the number is
 * that min.
 */
export function rescale(scaler: MinMaxScaler, X: number[][]): number[][] {
  throw new Error("Not written yet: rescale");
}
