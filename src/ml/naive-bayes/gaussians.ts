import type { ClassScores } from "../class-scores.ts";
import type { DenseMatrix } from "../features.ts";

/** Where the columns of each class lie and how far they spread: both `[nClasses, nFeatures]`. */
export interface Gaussians {
  readonly theta: number[][];
  readonly variance: number[][];
}

/**
 * Mean and population variance of each column in each class, and the largest variance of a column in all classes
 * together. Sums are of distances from the first row, so that the mean of one value repeated is that very value.
 */
export function gaussiansOf(
  { values, nSamples, nFeatures }: DenseMatrix,
  codes: Int32Array,
  counts: readonly number[],
): Gaussians & { largestVariance: number } {
  const nClasses = counts.length;
  const sums = new Float64Array(nClasses * nFeatures);
  for (let i = 0; i < nSamples; i++) {
    const row = i * nFeatures;
    const sum = codes[i]! * nFeatures;
    for (let j = 0; j < nFeatures; j++) sums[sum + j]! += values[row + j]! - values[j]!;
  }
  const means = sums.map((sum, k) => values[k % nFeatures]! + sum / counts[Math.floor(k / nFeatures)]!);
  const overall = Float64Array.from({ length: nFeatures }, (_, j) => {
    let sum = 0;
    for (let k = 0; k < nClasses; k++) sum += sums[k * nFeatures + j]!;
    return values[j]! + sum / nSamples;
  });
  const squares = new Float64Array(nClasses * nFeatures);
  const overallSquares = new Float64Array(nFeatures);
  for (let i = 0; i < nSamples; i++) {
    const row = i * nFeatures;
    const own = codes[i]! * nFeatures;
    for (let j = 0; j < nFeatures; j++) {
      const value = values[row + j]!;
      squares[own + j]! += (value - means[own + j]!) ** 2;
      overallSquares[j]! += (value - overall[j]!) ** 2;
    }
  }
  const ofClass = (all: Float64Array, k: number) =>
    Array.from(all.subarray(k * nFeatures, (k + 1) * nFeatures));
  return {
    theta: counts.map((_, k) => ofClass(means, k)),
    variance: counts.map((count, k) => ofClass(squares, k).map((square) => square / count)),
    largestVariance: overallSquares.reduce((largest, square) => Math.max(largest, square / nSamples), 0),
  };
}

/**
 * The logarithm of each class's density at each row, times its prior. A column that does not vary in any class has no
 * density, and tells nothing.
 */
export function gaussianScores(
  { values, nSamples, nFeatures }: DenseMatrix,
  { theta, variance }: Gaussians,
  priors: readonly number[],
): ClassScores {
  const nClasses = priors.length;
  const means = Float64Array.from(theta.flat());
  const perDeviation = Float64Array.from(variance.flat(), (value) => (value > 0 ? 1 / Math.sqrt(value) : 0));
  const constants = variance.map((row, k) =>
    row.reduce(
      (sum, value) => (value > 0 ? sum - Math.log(2 * Math.PI * value) / 2 : sum),
      Math.log(priors[k]!),
    ),
  );
  const scores = new Float64Array(nSamples * nClasses);
  for (let i = 0; i < nSamples; i++) {
    const row = i * nFeatures;
    for (let k = 0; k < nClasses; k++) {
      const own = k * nFeatures;
      let squares = 0;
      for (let j = 0; j < nFeatures; j++) {
        const deviations = (values[row + j]! - means[own + j]!) * perDeviation[own + j]!;
        squares += deviations * deviations;
      }
      scores[i * nClasses + k] = constants[k]! - squares / 2;
    }
  }
  return { values: scores, nClasses };
}
