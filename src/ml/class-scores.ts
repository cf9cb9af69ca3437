import type { Label } from "./labels.ts";

/**
 * How much speaks for each class of each sample, `[nSamples, nClasses]` row after row: the logarithms of probabilities,
 * up to a number that is the same for all classes of a row.
 */
export interface ClassScores {
  readonly values: Float64Array;
  readonly nClasses: number;
}

/** For each sample the class with the highest score; of equal ones the first, which is the smallest label's. */
export function likeliestClasses<L extends Label>(
  { values, nClasses }: ClassScores,
  classes: readonly L[],
): L[] {
  const likeliest: L[] = [];
  for (let start = 0; start < values.length; start += nClasses) {
    let best = 0;
    for (let k = 1; k < nClasses; k++) if (values[start + k]! > values[start + best]!) best = k;
    likeliest.push(classes[best]!);
  }
  return likeliest;
}

/** The probabilities that the scores stand for, `[nSamples, nClasses]`; each row adds up to 1. */
export function probabilitiesOf({ values, nClasses }: ClassScores): number[][] {
  const shares = values.slice();
  for (let start = 0; start < shares.length; start += nClasses) replaceBySoftmax(shares, start, nClasses);
  return rowsOf(shares, nClasses);
}

/** The logarithms of the probabilities, exact where one is too small for a number. */
export function logProbabilitiesOf({ values, nClasses }: ClassScores): number[][] {
  const shares = values.slice();
  const logarithms = values.slice();
  for (let start = 0; start < shares.length; start += nClasses) {
    const logarithmOfSum = replaceBySoftmax(shares, start, nClasses);
    for (let k = start; k < start + nClasses; k++) logarithms[k]! -= logarithmOfSum;
  }
  return rowsOf(logarithms, nClasses);
}

/** The numbers cut into rows of one width. */
export function rowsOf(values: Float64Array, width: number): number[][] {
  const rows: number[][] = [];
  for (let start = 0; start < values.length; start += width) {
    rows.push(Array.from(values.subarray(start, start + width)));
  }
  return rows;
}

/** σ(score) = 1 / (1 + e^-score), from a power of e that can't overflow. */
export function sigmoid(score: number): number {
  const power = Math.exp(-Math.abs(score));
  return (score >= 0 ? 1 : power) / (1 + power);
}

/**
 * Turns the scores of one row, in place, into probabilities that grow with e to the score and add up to 1. Returns
 * the logarithm of the sum of those powers.
 * @see https://en.wikipedia.org/wiki/Softmax_function
 */
export function replaceBySoftmax(scores: Float64Array, start: number, nClasses: number): number {
  let largest = -Infinity;
  for (let k = start; k < start + nClasses; k++) if (scores[k]! > largest) largest = scores[k]!;
  let sum = 0;
  for (let k = start; k < start + nClasses; k++) {
    // Less the largest score, so that no power overflows; the shares stay the same.
    const power = Math.exp(scores[k]! - largest);
    scores[k] = power;
    sum += power;
  }
  for (let k = start; k < start + nClasses; k++) scores[k]! /= sum;
  return largest + Math.log(sum);
}
