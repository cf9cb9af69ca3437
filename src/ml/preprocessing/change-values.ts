import type { DenseMatrix } from "../features.ts";

/** New rows, each value replaced by what `change` makes of it and of its column's number. */
export function changeValues(matrix: DenseMatrix, change: (value: number, j: number) => number): number[][] {
  const { values, nSamples, nFeatures } = matrix;
  const rows = new Array<number[]>(nSamples);
  for (let i = 0; i < nSamples; i++) {
    const row = new Array<number>(nFeatures);
    for (let j = 0; j < nFeatures; j++) row[j] = change(values[i * nFeatures + j]!, j);
    rows[i] = row;
  }
  return rows;
}
