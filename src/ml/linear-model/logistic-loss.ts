import { replaceBySoftmax } from "../class-scores.ts";
import { addCombinations, addDotProducts } from "../dense-products.ts";
import type { DenseMatrix } from "../features.ts";

/** Rows with their classes and weights, and what coefficients cost. */
export interface LogisticProblem {
  /** With an intercept its last column is 1 throughout, so that the intercept is one coefficient more. */
  readonly matrix: DenseMatrix;
  /** The class of each row, from 0 to nClasses - 1. */
  readonly codes: Int32Array;
  readonly nClasses: number;
  /** How much a row of each class counts, `[nClasses]`. */
  readonly classWeights: Float64Array;
  /** What the square of a coefficient of each column costs, `[nFeatures]`. */
  readonly penalties: Float64Array;
}

/** With two classes there is one function, for the second of them; with more, one for each. */
export function functionCount(nClasses: number): number {
  return nClasses === 2 ? 1 : nClasses;
}

/** How many rows are taken at a time: they stay in the processor's cache from their scores to their slopes. */
const ROWS = 128;

/**
 * The weighted sum of log-losses, plus half the penalties: its value at the coefficients W, `[nFunctions, nFeatures]`
 * row after row, and its slopes by them, into `gradient`.
 */
export function logisticLoss(problem: LogisticProblem, W: Float64Array, gradient: Float64Array): number {
  const { codes, classWeights, nClasses } = problem;
  const nFunctions = functionCount(nClasses);
  const replaceBySlopes = nClasses === 2 ? binarySlopes : multinomialSlopes;
  let loss = halfThePenalties(problem.penalties, W, gradient);
  forEachScores(problem, W, (scores, start, count, rows) => {
    loss += replaceBySlopes(scores, codes.subarray(start, start + count), classWeights);
    // A coefficient's slope: the sum over the rows of the score's slope times the row's value.
    addCombinations(gradient, scores, rows, {
      nRows: nFunctions,
      nTerms: count,
      width: problem.matrix.nFeatures,
      rowStride: 1,
      termStride: nFunctions,
    });
  });
  return loss;
}

/** Calls `visit` with the scores of some rows after others, `[count, nFunctions]`, and with the rows themselves. */
export function forEachScores(
  { matrix, nClasses }: LogisticProblem,
  W: Float64Array,
  visit: (scores: Float64Array, start: number, count: number, rows: Float64Array) => void,
): void {
  const { values, nSamples, nFeatures } = matrix;
  const nColumns = functionCount(nClasses);
  const scores = new Float64Array(Math.min(ROWS, nSamples) * nColumns);
  for (let start = 0; start < nSamples; start += ROWS) {
    const nRows = Math.min(ROWS, nSamples - start);
    const rows = values.subarray(start * nFeatures, (start + nRows) * nFeatures);
    scores.fill(0);
    addDotProducts(scores, rows, W, { nRows, nColumns, length: nFeatures, stride: nFeatures });
    visit(scores, start, nRows, rows);
  }
}

/** The loss of the probabilities σ(score); each score is replaced by the loss's slope there, σ(score) - y. */
function binarySlopes(scores: Float64Array, codes: Int32Array, classWeights: Float64Array): number {
  let loss = 0;
  for (let i = 0; i < codes.length; i++) {
    const score = scores[i]!;
    const y = codes[i]!;
    const weight = classWeights[y]!;
    // log(1 + e^z) is z + log(1 + e^-z), and powers of e below 1 can't overflow. The same power makes σ, as in sigmoid.
    const power = Math.exp(-Math.abs(score));
    loss += weight * (Math.log1p(power) + Math.max(score, 0) - y * score);
    scores[i] = weight * ((score >= 0 ? 1 : power) / (1 + power) - y);
  }
  return loss;
}

/** The loss of the probabilities softmax(scores); the scores are replaced by its slopes, probability - (1 or 0). */
function multinomialSlopes(scores: Float64Array, codes: Int32Array, classWeights: Float64Array): number {
  const nClasses = classWeights.length;
  let loss = 0;
  for (let i = 0; i < codes.length; i++) {
    const start = i * nClasses;
    const own = start + codes[i]!;
    const weight = classWeights[codes[i]!]!;
    const ownScore = scores[own]!;
    loss += weight * (replaceBySoftmax(scores, start, nClasses) - ownScore);
    scores[own]! -= 1;
    for (let k = start; k < start + nClasses; k++) scores[k]! *= weight;
  }
  return loss;
}

/** Half of what the coefficients cost; their slopes are written into `gradient`. */
function halfThePenalties(penalties: Float64Array, W: Float64Array, gradient: Float64Array): number {
  let cost = 0;
  for (let k = 0; k < W.length; k++) {
    const slope = penalties[k % penalties.length]! * W[k]!;
    gradient[k] = slope;
    cost += (slope * W[k]!) / 2;
  }
  return cost;
}
