import { Cholesky } from "../cholesky.ts";
import { replaceBySoftmax, sigmoid } from "../class-scores.ts";
import { gram, type Lines } from "../gram.ts";
import type { Precondition } from "./lbfgs.ts";
import { forEachScores, functionCount, type LogisticProblem } from "./logistic-loss.ts";

/** Wider tables get the diagonal only: all products of their columns would take longer than the search itself. */
const WIDEST = 256;

/**
 * Multiplies a gradient by the inverse of the objective's second derivatives at the coefficients W. With one function
 * they are those of weighted least squares, XᵀHX plus the penalties, where H holds p·(1 - p) for each row. With one
 * function for each class, the mean over the classes stands for all of them.
 */
export function inverseCurvature(problem: LogisticProblem, W: Float64Array): Precondition {
  const width = problem.matrix.nFeatures;
  const weights = rowWeights(problem, W);
  const solve = (width <= WIDEST && fullSolver(problem, weights)) || diagonalSolver(problem, weights);
  return (gradient) => {
    const result = new Float64Array(gradient.length);
    for (let start = 0; start < gradient.length; start += width) {
      result.set(solve(gradient.subarray(start, start + width)), start);
    }
    return result;
  };
}

/** After how many steps the curvature is worth another look: when that takes no longer than the steps did. */
export function stepsPerCurvature({ matrix, nClasses }: LogisticProblem): number {
  const perFunction = matrix.nFeatures <= WIDEST ? matrix.nFeatures / 4 : 1;
  return Math.max(5, Math.ceil(perFunction / functionCount(nClasses)));
}

/** How strongly each row bends the objective, `[nSamples]`. */
function rowWeights(problem: LogisticProblem, W: Float64Array): Float64Array {
  const { codes, classWeights, nClasses } = problem;
  const weights = new Float64Array(codes.length);
  forEachScores(problem, W, (scores, start, count) => {
    for (let i = 0; i < count; i++) {
      const share = nClasses === 2 ? binaryBend(scores[i]!) : meanBend(scores, i * nClasses, nClasses);
      weights[start + i] = classWeights[codes[start + i]!]! * share;
    }
  });
  return weights;
}

function binaryBend(score: number): number {
  const probability = sigmoid(score);
  return probability * (1 - probability);
}

/** The mean of p·(1 - p) over the classes; k / (k - 1) times as much, since the classes' slopes add up to 0. */
function meanBend(scores: Float64Array, start: number, nClasses: number): number {
  replaceBySoftmax(scores, start, nClasses);
  let bend = 0;
  for (let k = start; k < start + nClasses; k++) bend += scores[k]! * (1 - scores[k]!);
  return bend / (nClasses - 1);
}

type Solver = (slopes: Float64Array) => Float64Array;

function fullSolver({ matrix, penalties }: LogisticProblem, weights: Float64Array): Solver | undefined {
  const width = matrix.nFeatures;
  const curvature = gram(weightedLines(matrix, weights));
  for (let j = 0; j < width; j++) {
    curvature[j * width + j] = withPenalty(curvature[j * width + j]!, penalties[j]!);
  }
  const factor = Cholesky.of(curvature, width);
  return factor && ((slopes) => factor.solve(slopes));
}

function diagonalSolver({ matrix, penalties }: LogisticProblem, weights: Float64Array): Solver {
  const { values, nSamples, nFeatures } = matrix;
  const squares = new Float64Array(nFeatures);
  for (let i = 0; i < nSamples; i++) {
    for (let j = 0; j < nFeatures; j++) squares[j]! += weights[i]! * values[i * nFeatures + j]! ** 2;
  }
  const curvature = squares.map((square, j) => withPenalty(square, penalties[j]!));
  return (slopes) => slopes.map((slope, j) => slope / curvature[j]!);
}

/** A little more than the sum, so that columns which depend on each other without a penalty can still be solved for. */
function withPenalty(square: number, penalty: number): number {
  return (square + penalty) * (1 + 1e-10) + 1e-300;
}

/** The samples, each times the root of its weight. */
function weightedLines(
  { values, nSamples, nFeatures }: LogisticProblem["matrix"],
  weights: Float64Array,
): Lines {
  return {
    count: nSamples,
    width: nFeatures,
    copy(start, count, columns) {
      for (let i = 0; i < count; i++) {
        const row = (start + i) * nFeatures;
        const root = Math.sqrt(weights[start + i]!);
        for (let j = 0; j < nFeatures; j++) columns[j]![i] = root * values[row + j]!;
      }
    },
  };
}
