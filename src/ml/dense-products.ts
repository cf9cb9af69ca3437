/**
 * Products of tables of numbers kept row after row. Nearly all the time of linear models and neural networks goes into
 * the two innermost loops here, so each works on several rows at once: a number that was read is used several times,
 * and sums that need not wait for each other grow side by side.
 */
import type { DenseMatrix } from "./features.ts";

/** A has nRows rows and B nColumns, all with `length` numbers, each row starting `stride` after the one before. */
export interface DotShape {
  readonly nRows: number;
  readonly nColumns: number;
  readonly length: number;
  readonly stride: number;
}

/** Adds A·Bᵀ to `out`, `[nRows, nColumns]`: out[i, k] grows by the product of row i of A with row k of B. */
export function addDotProducts(out: Float64Array, A: Float64Array, B: Float64Array, shape: DotShape): void {
  for (let first = 0; first < shape.nRows; first += 4) addStrip(out, A, B, shape, first, shape.nColumns);
}

/** The part of addDotProducts for four rows of A, from `first` on, and the first `nColumns` rows of B. */
export function addStrip(
  out: Float64Array,
  A: Float64Array,
  B: Float64Array,
  shape: DotShape,
  first: number,
  nColumns: number,
): void {
  for (let k = 0; k + 1 < nColumns; k += 2) addTwoColumns(out, A, B, shape, first, k);
  if (nColumns % 2 === 1) addOneColumn(out, A, B, shape, first, nColumns - 1);
}

function addTwoColumns(
  out: Float64Array,
  A: Float64Array,
  B: Float64Array,
  { nRows, nColumns: width, length, stride }: DotShape,
  first: number,
  k: number,
): void {
  // Beyond the last row stands the last row once more; what it adds up to is not kept.
  const a0 = first * stride;
  const a1 = Math.min(first + 1, nRows - 1) * stride;
  const a2 = Math.min(first + 2, nRows - 1) * stride;
  const a3 = Math.min(first + 3, nRows - 1) * stride;
  const b0 = k * stride;
  const b1 = b0 + stride;
  let s00 = 0;
  let s01 = 0;
  let s10 = 0;
  let s11 = 0;
  let s20 = 0;
  let s21 = 0;
  let s30 = 0;
  let s31 = 0;
  for (let l = 0; l < length; l++) {
    const y0 = B[b0 + l]!;
    const y1 = B[b1 + l]!;
    const x0 = A[a0 + l]!;
    s00 += x0 * y0;
    s01 += x0 * y1;
    const x1 = A[a1 + l]!;
    s10 += x1 * y0;
    s11 += x1 * y1;
    const x2 = A[a2 + l]!;
    s20 += x2 * y0;
    s21 += x2 * y1;
    const x3 = A[a3 + l]!;
    s30 += x3 * y0;
    s31 += x3 * y1;
  }
  const at = first * width + k;
  addColumn(out, at, width, nRows - first, s00, s10, s20, s30);
  addColumn(out, at + 1, width, nRows - first, s01, s11, s21, s31);
}

function addOneColumn(
  out: Float64Array,
  A: Float64Array,
  B: Float64Array,
  { nRows, nColumns: width, length, stride }: DotShape,
  first: number,
  k: number,
): void {
  const a0 = first * stride;
  const a1 = Math.min(first + 1, nRows - 1) * stride;
  const a2 = Math.min(first + 2, nRows - 1) * stride;
  const a3 = Math.min(first + 3, nRows - 1) * stride;
  const b = k * stride;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let l = 0; l < length; l++) {
    const y = B[b + l]!;
    s0 += A[a0 + l]! * y;
    s1 += A[a1 + l]! * y;
    s2 += A[a2 + l]! * y;
    s3 += A[a3 + l]! * y;
  }
  addColumn(out, first * width + k, width, nRows - first, s0, s1, s2, s3);
}

/** Adds up to four sums to a column of `out`, as many as there are rows. */
function addColumn(
  out: Float64Array,
  at: number,
  width: number,
  nRows: number,
  s0: number,
  s1: number,
  s2: number,
  s3: number,
): void {
  out[at]! += s0;
  if (nRows > 1) out[at + width]! += s1;
  if (nRows > 2) out[at + 2 * width]! += s2;
  if (nRows > 3) out[at + 3 * width]! += s3;
}

/** Row i of `out` gets nTerms rows of B, each `width` long, times C[i * rowStride + term * termStride]. */
export interface CombinationShape {
  readonly nRows: number;
  readonly nTerms: number;
  readonly width: number;
  readonly rowStride: number;
  readonly termStride: number;
}

/** Adds C·B to `out`, `[nRows, width]`; with its strides exchanged, C is read as Cᵀ. */
export function addCombinations(
  out: Float64Array,
  C: Float64Array,
  B: Float64Array,
  shape: CombinationShape,
): void {
  const { nRows, nTerms, width, rowStride, termStride } = shape;
  for (let i = 0; i < nRows; i += 2) {
    for (let term = 0; term < nTerms; term += 4) {
      // Beyond the last term stands the first of the four once more, with coefficients of 0.
      const nLeft = nTerms - term;
      const b0 = term * width;
      const b1 = nLeft > 1 ? b0 + width : b0;
      const b2 = nLeft > 2 ? b1 + width : b0;
      const b3 = nLeft > 3 ? b2 + width : b0;
      const c = i * rowStride + term * termStride;
      const c0 = C[c]!;
      const c1 = nLeft > 1 ? C[c + termStride]! : 0;
      const c2 = nLeft > 2 ? C[c + 2 * termStride]! : 0;
      const c3 = nLeft > 3 ? C[c + 3 * termStride]! : 0;
      const row = i * width;
      if (i + 1 === nRows) {
        for (let l = 0; l < width; l++) {
          out[row + l]! += c0 * B[b0 + l]! + c1 * B[b1 + l]! + c2 * B[b2 + l]! + c3 * B[b3 + l]!;
        }
        continue;
      }
      const d = c + rowStride;
      const d0 = C[d]!;
      const d1 = nLeft > 1 ? C[d + termStride]! : 0;
      const d2 = nLeft > 2 ? C[d + 2 * termStride]! : 0;
      const d3 = nLeft > 3 ? C[d + 3 * termStride]! : 0;
      const nextRow = row + width;
      for (let l = 0; l < width; l++) {
        const x0 = B[b0 + l]!;
        const x1 = B[b1 + l]!;
        const x2 = B[b2 + l]!;
        const x3 = B[b3 + l]!;
        out[row + l]! += c0 * x0 + c1 * x1 + c2 * x2 + c3 * x3;
        out[nextRow + l]! += d0 * x0 + d1 * x1 + d2 * x2 + d3 * x3;
      }
    }
  }
}

/** X·Wᵀ + offsets, `[nSamples, nFunctions]` row after row, for the coefficients W, `[nFunctions, nFeatures]`. */
export function linearFunctions(
  { values, nSamples, nFeatures }: DenseMatrix,
  W: Float64Array,
  offsets: readonly number[],
): Float64Array {
  const nFunctions = offsets.length;
  const result = new Float64Array(nSamples * nFunctions);
  for (let k = 0; k < result.length; k++) result[k] = offsets[k % nFunctions]!;
  const shape = { nRows: nSamples, nColumns: nFunctions, length: nFeatures, stride: nFeatures };
  addDotProducts(result, values, W, shape);
  return result;
}

/** X·w: one number for each sample. */
export function timesVector(X: DenseMatrix, w: Float64Array): Float64Array {
  return linearFunctions(X, w, [0]);
}

/** Xᵀ·a: one number for each feature. */
export function transposedTimesVector(
  { values, nSamples, nFeatures }: DenseMatrix,
  a: Float64Array,
): Float64Array {
  const result = new Float64Array(nFeatures);
  const shape = { nRows: 1, nTerms: nSamples, width: nFeatures, rowStride: 0, termStride: 1 };
  addCombinations(result, a, values, shape);
  return result;
}
