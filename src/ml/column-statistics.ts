import type { DenseMatrix } from "./features.ts";

/** The mean of each column, `[nFeatures]`. */
export function columnMeans({ values, nSamples, nFeatures }: DenseMatrix): number[] {
  const sums = new Float64Array(nFeatures);
  for (let start = 0; start < values.length; start += nFeatures) {
    for (let j = 0; j < nFeatures; j++) sums[j]! += values[start + j]!;
  }
  return Array.from(sums, (sum) => sum / nSamples);
}

/** The smallest and the largest value of each column, `[nFeatures]` both. */
export function columnExtremes({ values, nFeatures }: DenseMatrix): { dataMin: number[]; dataMax: number[] } {
  const dataMin = Array.from(values.subarray(0, nFeatures));
  const dataMax = [...dataMin];
  for (let start = nFeatures; start < values.length; start += nFeatures) {
    for (let j = 0; j < nFeatures; j++) {
      dataMin[j] = Math.min(dataMin[j]!, values[start + j]!);
      dataMax[j] = Math.max(dataMax[j]!, values[start + j]!);
    }
  }
  return { dataMin, dataMax };
}

/**
 * The population variance of each column, `[nFeatures]`, by the corrected two-pass algorithm: a second pass
 * over the distances from the mean, less what the rounding of the mean itself put into them.
 * @see https://en.wikipedia.org/wiki/Algorithms_for_calculating_variance#Two-pass_algorithm
 * @see Chan, Golub and LeVeque (1983), Algorithms for computing the sample variance, The American Statistician 37
 */
export function columnVariances(
  { values, nSamples, nFeatures }: DenseMatrix,
  mean: readonly number[],
): number[] {
  const squares = new Float64Array(nFeatures);
  const residues = new Float64Array(nFeatures);
  for (let start = 0; start < values.length; start += nFeatures) {
    for (let j = 0; j < nFeatures; j++) {
      const distance = values[start + j]! - mean[j]!;
      squares[j]! += distance * distance;
      residues[j]! += distance;
    }
  }
  return Array.from(squares, (square, j) => Math.max(0, square - residues[j]! ** 2 / nSamples) / nSamples);
}

/**
 * Whether a column is as good as constant: its variance is no larger than the error that rounding can
 * leave behind. The mean of three times 0.1 is not 0.1, so their computed variance need not be 0.
 * @see scikit-learn's `_is_constant_feature`, which has the same bound:
 *   https://github.com/scikit-learn/scikit-learn/blob/1.2.1/sklearn/preprocessing/_data.py
 */
export function isConstant(variance: number, mean: number, nSamples: number): boolean {
  const error = nSamples * Number.EPSILON;
  return variance <= error * variance + (error * mean) ** 2;
}

/**
 * Checks that no column's statistic overflowed.
 * @throws {RangeError} when one is not finite
 */
export function checkFinite(who: string, what: string, columns: readonly number[]): void {
  const j = columns.findIndex((value) => !Number.isFinite(value));
  if (j >= 0) {
    throw new RangeError(`${who} needs columns with a finite ${what}, got ${columns[j]} in column ${j}.`);
  }
}
