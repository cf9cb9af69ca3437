import { SingularValueDecomposition } from "ml-matrix";

import { transposedTimesVector } from "../dense-products.ts";
import type { DenseMatrix } from "../features.ts";
import { featureLines, forEachBlock, type Lines, sampleLines } from "../gram.ts";

/** Coefficients, `[nFeatures]`, and how many directions of the table they were learned from. */
export interface Solution {
  readonly coef: Float64Array;
  readonly rank: number;
}

/**
 * Least squares by singular values, for tables whose columns depend on each other, or nearly do. Along each
 * direction of the table with singular value s, the solution is s / (s² + alpha) of the targets' part; directions
 * whose s is as good as 0 get none, which makes the solution the shortest one.
 * @see https://en.wikipedia.org/wiki/Moore%E2%80%93Penrose_inverse
 */
export function solveBySingularValues(X: DenseMatrix, y: Float64Array, alpha: number): Solution {
  const scale = powerOfTwoAbove(X.values);
  const scaled = { ...X, values: X.values.map((value) => value / scale) };
  // The solution for X / scale is scale times as long, and so is a penalty's part in it: twice.
  const penalty = alpha / scale / scale;
  const { coef, rank } =
    X.nFeatures > X.nSamples ? solveWide(scaled, y, penalty) : solveTall(scaled, y, penalty);
  return { coef: coef.map((value) => value / scale), rank };
}

/** X = Q·R and R = U·S·Vᵀ, so w = V·(S / (S² + alpha))·Uᵀ·(Qᵀy). */
function solveTall(X: DenseMatrix, y: Float64Array, alpha: number): Solution {
  const size = X.nFeatures;
  const folded = foldedTriangle(sampleLines(X, y), size);
  const rotated = folded.map((row) => row[size]!);
  const { U, s, V, rank } = singularValues(
    folded.map((row) => row.subarray(0, size)),
    X.nSamples,
  );
  const coef = new Float64Array(size);
  for (let k = 0; k < rank; k++) {
    const part = dot(U[k]!, rotated) * (s[k]! / (s[k]! ** 2 + alpha));
    for (let j = 0; j < size; j++) coef[j]! += V[k]![j]! * part;
  }
  return { coef, rank };
}

/** Xᵀ = Q·R and R = U·S·Vᵀ, so XXᵀ = V·S²·Vᵀ and w = Xᵀ·V·(1 / (S² + alpha))·Vᵀ·y. */
function solveWide(X: DenseMatrix, y: Float64Array, alpha: number): Solution {
  const { s, V, rank } = singularValues(foldedTriangle(featureLines(X), X.nSamples), X.nFeatures);
  const a = new Float64Array(X.nSamples);
  for (let k = 0; k < rank; k++) {
    const part = dot(V[k]!, y) / (s[k]! ** 2 + alpha);
    for (let i = 0; i < a.length; i++) a[i]! += V[k]![i]! * part;
  }
  return { coef: transposedTimesVector(X, a), rank };
}

/**
 * The first `size` rows of the R of a QR factorization, found block by block: Householder reflections fold each block
 * of lines into the triangle of those before it. Columns from `size` on are rotated along.
 * @see https://en.wikipedia.org/wiki/QR_decomposition#Using_Householder_reflections
 */
function foldedTriangle(lines: Lines, size: number): Float64Array[] {
  const triangle = Array.from({ length: size }, () => new Float64Array(lines.width));
  forEachBlock(lines, (columns, count) => {
    for (let k = 0; k < size; k++) reflect(triangle[k]!, columns, k, count);
  });
  return triangle;
}

/** Mirrors row k of the triangle and the block so that all of column k lands in the row and none stays in the block. */
function reflect(row: Float64Array, columns: readonly Float64Array[], k: number, count: number): void {
  const mirrored = columns[k]!;
  let below = 0;
  for (let i = 0; i < count; i++) below += mirrored[i]! ** 2;
  if (below === 0) return;
  const corner = row[k]!;
  const length = Math.sqrt(corner * corner + below);
  const landing = corner > 0 ? -length : length;
  const first = corner - landing; // the mirror's normal is (first, mirrored)
  const scale = 1 / (length * Math.abs(first));
  row[k] = landing;
  for (let j = k + 1; j < columns.length; j++) {
    const column = columns[j]!;
    let sum = first * row[j]!;
    for (let i = 0; i < count; i++) sum += mirrored[i]! * column[i]!;
    sum *= scale;
    row[j]! -= sum * first;
    for (let i = 0; i < count; i++) column[i]! -= sum * mirrored[i]!;
  }
}

/**
 * Singular values, largest first, with their vectors as rows; `rank` counts those that rounding alone can't make in the
 * table from which R was folded, whose longer side has `length` numbers.
 */
function singularValues(R: Float64Array[], length: number) {
  const { leftSingularVectors, rightSingularVectors, diagonal } = new SingularValueDecomposition(R);
  const largest = diagonal[0] ?? 0;
  const rank = diagonal.filter((s) => s > largest * Number.EPSILON * length).length;
  return {
    U: leftSingularVectors.transpose().to2DArray(),
    V: rightSingularVectors.transpose().to2DArray(),
    s: diagonal,
    rank,
  };
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** A power of two that no value exceeds, so that dividing by it is exact and squares can't overflow. */
function powerOfTwoAbove(values: Float64Array): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest === 0 ? 1 : 2 ** Math.min(1023, Math.ceil(Math.log2(largest)));
}
