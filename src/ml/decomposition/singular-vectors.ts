import { EigenvalueDecomposition, Matrix } from "ml-matrix";

import { addDotProducts } from "../dense-products.ts";
import type { DenseMatrix } from "../features.ts";
import { gram, sampleLines } from "../gram.ts";
import { turnedApart } from "./jacobi.ts";

/** Below this share of the largest eigenvalue of AᵀA, a small one has too few right digits to be used. */
const LEAST_SHARE = 1e-5;

/** Directions of a table A, those along which its rows reach farthest first. */
export interface SingularVectors {
  /** Unit vectors at right angles to each other, `[count, width of A]`, one a row. */
  readonly directions: Float64Array;
  /** Where the rows of A lie along each direction, `[rows of A, count]`: A·directionsᵀ. */
  readonly places: Float64Array;
  /** The length of each column of places, `[count]`. */
  readonly singularValues: Float64Array;
}

/**
 * The eigenvectors of AᵀA, and so the right singular vectors of A, which has at least as many rows as columns. AᵀA is
 * quick to have, but squares what is small: where small singular values are asked for, its eigenvectors are only the
 * start, from which the images A·v are turned apart.
 * @param countOf how many directions are wanted, given all eigenvalues, largest first
 */
export function singularVectors(
  A: DenseMatrix,
  countOf: (eigenvalues: Float64Array) => number,
): SingularVectors {
  const width = A.nFeatures;
  let { vectors, eigenvalues } = eigen(gram(sampleLines(A)), width);
  const count = countOf(eigenvalues);
  if (eigenvalues[count - 1]! < LEAST_SHARE * eigenvalues[0]!) {
    const images = { values: imagesOf(A, vectors, width), nSamples: A.nSamples, nFeatures: width };
    ({ vectors, eigenvalues } = ordered(turnedApart(gram(sampleLines(images)), vectors, width), width));
  }
  const directions = vectors.slice(0, count * width);
  const places = imagesOf(A, directions, count);
  return { directions, places, singularValues: columnLengths(places, count) };
}

interface Eigen {
  readonly vectors: Float64Array;
  readonly eigenvalues: Float64Array;
}

function eigen(symmetric: Float64Array, size: number): Eigen {
  const rows = Array.from({ length: size }, (_, i) => symmetric.subarray(i * size, (i + 1) * size));
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(new Matrix(rows), {
    assumeSymmetric: true,
  });
  const vectors = Float64Array.from(eigenvectorMatrix.transpose().to1DArray());
  return ordered({ vectors, eigenvalues: Float64Array.from(realEigenvalues) }, size);
}

/** The same vectors, those with the largest eigenvalues first. */
function ordered({ vectors, eigenvalues }: Eigen, size: number): Eigen {
  const order = Array.from(eigenvalues.keys()).sort((a, b) => eigenvalues[b]! - eigenvalues[a]!);
  const inOrder = new Float64Array(vectors.length);
  order.forEach((from, to) => {
    inOrder.set(vectors.subarray(from * size, (from + 1) * size), to * size);
  });
  return { vectors: inOrder, eigenvalues: Float64Array.from(order, (k) => Math.max(0, eigenvalues[k]!)) };
}

/** A·Vᵀ, `[rows of A, count]`, for vectors V, one a row. */
export function imagesOf(
  { values, nSamples, nFeatures }: DenseMatrix,
  V: Float64Array,
  count: number,
): Float64Array {
  const images = new Float64Array(nSamples * count);
  const shape = { nRows: nSamples, nColumns: count, length: nFeatures, stride: nFeatures };
  addDotProducts(images, values, V, shape);
  return images;
}

function columnLengths(values: Float64Array, width: number): Float64Array {
  const squares = new Float64Array(width);
  for (let start = 0; start < values.length; start += width) {
    for (let k = 0; k < width; k++) squares[k]! += values[start + k]! ** 2;
  }
  return squares.map(Math.sqrt);
}
