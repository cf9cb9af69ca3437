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
  // answer:
  const columns = X[0].map((_, j) => columnOf(X, j));
  const mean = columns.map(meanOf);
  const scale = columns.map((values, j) => {
    const variance = meanOf(values.map((value) => (value - mean[j]) ** 2));
    return variance === 0 ? 1 : Math.sqrt(variance);
  });
  return { mean, scale };
  // end
}

/**
 * Subtracts the scaler's mean from each number and divides by the scaler's scale, column by column.
 *
 * Returns new rows; the rows of X stay as they are.
 */
export function standardize(scaler: StandardScaler, X: number[][]): number[][] {
  // answer:
  return X.map((row) => row.map((value, j) => (value - scaler.mean[j]) / scaler.scale[j]));
  // end
}

/** Learns the smallest and the largest number of each column. */
export function fitMinMaxScaler(X: number[][]): MinMaxScaler {
  // answer:
  const columns = X[0].map((_, j) => columnOf(X, j));
  return {
    min: columns.map((values) => Math.min(...values)),
    max: columns.map((values) => Math.max(...values)),
  };
  // end
}

/**
 * Puts each number where it lies between the scaler's min (0) and max (1), column by column.
 *
 * A number outside that range lands outside 0 to 1. A column whose min is its max becomes 0 where the number is
 * that min.
 */
export function rescale(scaler: MinMaxScaler, X: number[][]): number[][] {
  // answer:
  return X.map((row) =>
    row.map((value, j) => (value - scaler.min[j]) / (scaler.max[j] - scaler.min[j] || 1)),
  );
  // end
}

// answer:
function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
// end
