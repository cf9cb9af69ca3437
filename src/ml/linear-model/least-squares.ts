import { Cholesky } from "../cholesky.ts";
import { timesVector, transposedTimesVector } from "../dense-products.ts";
import type { DenseMatrix } from "../features.ts";
import { featureLines, gram, type Lines, sampleLines } from "../gram.ts";
import { type Solution, solveBySingularValues } from "./singular-values.ts";

/** Columns that explain all but this share of another's square leave its coefficient too few digits. */
const LEAST_SHARE = 1e-6;

/**
 * The coefficients w that make ‖X·w - y‖² + alpha·‖w‖² smallest, and of all that do, the shortest.
 *
 * The normal equations (XᵀX + alpha)·w = Xᵀy have only as many unknowns as there are features, but squaring X takes
 * half the digits where columns nearly depend on each other. So they are used where they keep enough of them, with one
 * round of refinement that gives the lost ones back; else the singular values of X itself are found, which is slower.
 * With more features than samples w is a combination of the rows, w = Xᵀ·a, and (XXᵀ + alpha)·a = y is the smaller set.
 * @param hasMeanZero whether the columns of X, and y, were moved to mean 0
 * @see Björck (1996), Numerical Methods for Least Squares Problems, sections 2.2 and 2.9
 */
export function leastSquares(X: DenseMatrix, y: Float64Array, alpha: number, hasMeanZero: boolean): Solution {
  const wide = X.nFeatures > X.nSamples;
  const quick = wide ? solveWide(X, y, alpha, hasMeanZero) : solveTall(X, y, alpha);
  return quick ?? solveBySingularValues(X, y, alpha);
}

function solveTall(X: DenseMatrix, y: Float64Array, alpha: number): Solution | undefined {
  const size = X.nFeatures;
  const factor = factorOf(sampleLines(X), alpha, 0);
  if (!factor) return undefined;
  const coef = factor.solve(transposedTimesVector(X, y));
  // What the gradient still is at coef: zero but for the digits that were lost.
  const residual = timesVector(X, coef).map((fitted, i) => y[i]! - fitted);
  const gradient = transposedTimesVector(X, residual).map((sum, j) => sum - alpha * coef[j]!);
  const correction = factor.solve(gradient);
  return { coef: coef.map((value, j) => value + correction[j]!), rank: size };
}

function solveWide(
  X: DenseMatrix,
  y: Float64Array,
  alpha: number,
  hasMeanZero: boolean,
): Solution | undefined {
  const size = X.nSamples;
  const factor = factorOf(featureLines(X), alpha, hasMeanZero ? 1 / size : 0);
  if (!factor) return undefined;
  const a = factor.solve(y);
  const fitted = timesVector(X, transposedTimesVector(X, a));
  const correction = factor.solve(y.map((target, i) => target - fitted[i]! - alpha * a[i]!));
  const coef = transposedTimesVector(
    X,
    a.map((value, i) => value + correction[i]!),
  );
  return { coef, rank: hasMeanZero ? size - 1 : size };
}

/**
 * The factor of AᵀA + alpha, undefined where it would lose too many digits. Columns of A whose sum is zero leave one
 * direction of AᵀA empty, that of (1, 1, …, 1); `fill` is the part of the mean diagonal that it gets there. Targets
 * of mean 0 have nothing in that direction, so that no solution changes.
 */
function factorOf(lines: Lines, alpha: number, fill: number): Cholesky | undefined {
  const size = lines.width;
  const products = gram(lines);
  let trace = 0;
  for (let j = 0; j < size; j++) trace += products[j * size + j]!;
  if (fill > 0) {
    for (let i = 0; i < products.length; i++) products[i]! += (trace / size) * fill;
  }
  for (let j = 0; j < size; j++) products[j * size + j]! += alpha;
  return Cholesky.of(products, size, LEAST_SHARE);
}
