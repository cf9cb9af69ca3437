/** With typed arrays, column after column; a new value in a constant column is measured in its own unit. */
export function fitStandardScaler(X: number[][]) {
  const mean = new Float64Array(X[0].length);
  const scale = new Float64Array(X[0].length).fill(1);
  for (let j = 0; j < mean.length; j++) {
    const values = Float64Array.from(X, (row) => row[j]);
    mean[j] = values.reduce((sum, value) => sum + value) / values.length;
    const variance =
      values.map((value) => (value - mean[j]) ** 2).reduce((sum, value) => sum + value) / values.length;
    if (variance > 0) scale[j] = Math.sqrt(variance);
  }
  return { mean, scale };
}

export async function standardize(scaler: { mean: number[]; scale: number[] }, X: number[][]) {
  return X.map((row) => Float64Array.from(row, (value, j) => (value - scaler.mean[j]) / scaler.scale[j]));
}

export function fitMinMaxScaler(X: number[][]) {
  const byColumn = X[0].map((_, j) => Float64Array.from(X, (row) => row[j]).sort());
  return {
    min: byColumn.map((values) => values[0]),
    max: byColumn.map((values) => values[values.length - 1]),
  };
}

export async function rescale(scaler: { min: number[]; max: number[] }, X: number[][]) {
  const range = scaler.max.map((max, j) => Math.max(max - scaler.min[j], Number.MIN_VALUE));
  return X.map((row) =>
    Float64Array.from(row, (value, j) => (value === scaler.min[j] ? 0 : (value - scaler.min[j]) / range[j])),
  );
}
