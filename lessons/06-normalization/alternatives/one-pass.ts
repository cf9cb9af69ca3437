/** In one pass: sums and sums of squares, as a stream would need it. A constant column keeps scale 0 and becomes 0 later on. */
export function fitStandardScaler(X: number[][]) {
  const sum = X[0].map(() => 0);
  const squares = X[0].map(() => 0);
  for (const row of X) {
    for (const [j, value] of row.entries()) {
      sum[j] += value - X[0][j];
      squares[j] += (value - X[0][j]) ** 2;
    }
  }
  const shift = sum.map((total) => total / X.length);
  return {
    mean: shift.map((value, j) => value + X[0][j]),
    scale: squares.map((total, j) => Math.sqrt(Math.max(0, total / X.length - shift[j] ** 2))),
  };
}

export function standardize({ mean, scale }: { mean: number[]; scale: number[] }, X: number[][]) {
  return X.map((row) => row.map((value, j) => (scale[j] === 0 ? 0 : (value - mean[j]) / scale[j])));
}

export function fitMinMaxScaler(X: number[][]) {
  const min = [...X[0]];
  const max = [...X[0]];
  for (const row of X) {
    for (const [j, value] of row.entries()) {
      if (value < min[j]) min[j] = value;
      if (value > max[j]) max[j] = value;
    }
  }
  return { min, max };
}

export function rescale({ min, max }: { min: number[]; max: number[] }, X: number[][]) {
  return X.map((row) =>
    row.map((value, j) => (max[j] === min[j] ? 0 : (value - min[j]) / (max[j] - min[j]))),
  );
}
