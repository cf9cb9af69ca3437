import { type ClassWeight, weightsOfClasses } from "../class-weights.ts";
import type { DenseMatrix, Features } from "../features.ts";
import type { Label } from "../labels.ts";
import { readClasses } from "../targets.ts";
import { readCentered } from "./centered.ts";
import { minimize } from "./lbfgs.ts";
import { inverseCurvature, stepsPerCurvature } from "./logistic-curvature.ts";
import { functionCount, type LogisticProblem, logisticLoss } from "./logistic-loss.ts";

/** What to fit, besides the rows: as the options of LogisticRegression. */
export interface LogisticOptions<L extends Label> {
  readonly C: number;
  readonly fitIntercept: boolean;
  readonly maxIter: number;
  readonly tol: number;
  readonly classWeight: ClassWeight<L> | undefined;
}

/** One linear function for the second of two classes, or one for each of more. */
export interface LogisticFunctions<L extends Label> {
  readonly classes: L[];
  /** `[1 or nClasses, nFeatures]` */
  readonly coef: number[][];
  /** `[1 or nClasses]` */
  readonly intercept: number[];
  readonly nIter: number;
  readonly converged: boolean;
}

/**
 * The functions with the smallest objective. The search goes on in kinder coordinates: columns moved to mean 0 and
 * divided by their largest magnitude, so that their units neither slow it down nor overflow. A coefficient is then as
 * many times larger, and its penalty as many times smaller, squared: the objective is the same.
 * @throws {TypeError|RangeError} when X is not a table of finite numbers, y does not give it one label a row, or there
 *   is one class only
 */
export function fitLogistic<L extends Label>(
  who: string,
  X: Features,
  y: readonly L[],
  options: LogisticOptions<L>,
): LogisticFunctions<L> {
  const { matrix, center } = readCentered(who, X, options.fitIntercept);
  const labels = readClasses(who, matrix.nSamples, y);
  const { classes, codes } = labels;
  if (classes.length < 2) throw new RangeError(`${who} needs labels of at least two classes, got one.`);
  const magnitudes = largestMagnitudes(matrix);
  const free = options.fitIntercept ? [0] : [];
  const problem: LogisticProblem = {
    matrix: dividedColumns(matrix, magnitudes, options.fitIntercept),
    codes,
    nClasses: classes.length,
    classWeights: weightsOfClasses(who, labels, options.classWeight),
    penalties: Float64Array.of(...magnitudes.map((size) => 1 / options.C / size / size), ...free),
  };
  const { x, nIter, converged } = minimize(
    (W, gradient) => logisticLoss(problem, W, gradient),
    new Float64Array(functionCount(classes.length) * problem.matrix.nFeatures),
    (W) => inverseCurvature(problem, W),
    { maxIter: options.maxIter, tol: options.tol, stepsPerCurvature: stepsPerCurvature(problem) },
  );
  return { classes, ...inOwnUnits(x, magnitudes, center, options.fitIntercept), nIter, converged };
}

/** Columns whose penalty would overflow are as good as constant, which 1 stands for. */
function largestMagnitudes({ values, nFeatures }: DenseMatrix): Float64Array {
  const largest = new Float64Array(nFeatures);
  for (let start = 0; start < values.length; start += nFeatures) {
    for (let j = 0; j < nFeatures; j++) largest[j] = Math.max(largest[j]!, Math.abs(values[start + j]!));
  }
  return largest.map((size) => (size > 1e-140 ? size : 1));
}

/** X with its columns divided, and for an intercept with one more that is 1 throughout. */
function dividedColumns(X: DenseMatrix, divisors: Float64Array, fitIntercept: boolean): DenseMatrix {
  const { nSamples, nFeatures } = X;
  const width = fitIntercept ? nFeatures + 1 : nFeatures;
  const values = new Float64Array(nSamples * width).fill(1);
  for (let i = 0; i < nSamples; i++) {
    for (let j = 0; j < nFeatures; j++) values[i * width + j] = X.values[i * nFeatures + j]! / divisors[j]!;
  }
  return { values, nSamples, nFeatures: width };
}

/** Coefficients and intercepts for columns as they came, from those for moved and divided ones. */
function inOwnUnits(
  W: Float64Array,
  magnitudes: Float64Array,
  center: Float64Array,
  fitIntercept: boolean,
): { coef: number[][]; intercept: number[] } {
  const nFeatures = magnitudes.length;
  const width = fitIntercept ? nFeatures + 1 : nFeatures;
  const coef: number[][] = [];
  const intercept: number[] = [];
  for (let start = 0; start < W.length; start += width) {
    const row = Array.from(magnitudes, (size, j) => W[start + j]! / size);
    coef.push(row);
    const atCenter = fitIntercept ? W[start + nFeatures]! : 0;
    intercept.push(row.reduce((rest, value, j) => rest - value * center[j]!, atCenter));
  }
  return { coef, intercept: intercept.length > 1 ? withSumZero(intercept) : intercept };
}

/** Adding one number to all intercepts changes no probability: their sum is free, and 0 by convention. */
function withSumZero(intercept: readonly number[]): number[] {
  const mean = intercept.reduce((sum, value) => sum + value, 0) / intercept.length;
  return intercept.map((value) => value - mean);
}
