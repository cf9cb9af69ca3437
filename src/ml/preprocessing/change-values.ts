import type { DenseMatrix } from "../features.ts";

/** New rows, each value replaced by what `change` makes of it and of its column's number. */
export function changeValues(matrix: DenseMatrix, change: (value: number, j: number) => number): number[][] {
  const { values, nSamples, nFeatures } = matrix;
  // A copy of a row that holds numbers already takes a third of the time of one that grows.
  const template = Array.from({ length: nFeatures }, () => 0.5);
  const rows: number[][] = [];
  for (let i = 0; i < nSamples; i++) {
    const row = template.slice();
    for (let j = 0; j < nFeatures; j++) row[j] = change(values[i * nFeatures + j]!, j);
    rows.push(row);
  }
  return rows;
}
