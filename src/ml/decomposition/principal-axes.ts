import type { DenseMatrix } from "../features.ts";
import { type SingularVectors, singularVectors } from "./singular-vectors.ts";

/** The directions in which the rows of a table vary, most variation first. */
export interface PrincipalAxes {
  /** Unit vectors at right angles to each other, `[count, nFeatures]`, one a row. */
  readonly components: Float64Array;
  /** The root of the sum of the squares of the rows' places along each, `[count]`. */
  readonly singularValues: Float64Array;
}

/**
 * The axes of a table of rows with mean 0. An axis has no front: it is turned so that of the rows that lie farthest
 * out along it, the first lies in front, as scikit-learn does.
 * @param countOf how many axes are wanted, given the sum of squares along every one there is, largest first
 */
export function principalAxes(X: DenseMatrix, countOf: (squares: Float64Array) => number): PrincipalAxes {
  // With fewer rows than columns, the rows and not the columns have the small table of products with each other.
  return X.nSamples >= X.nFeatures ? axesOfTall(X, countOf) : axesOfWide(X, countOf);
}

function axesOfTall(X: DenseMatrix, countOf: (squares: Float64Array) => number): PrincipalAxes {
  const { directions, places, singularValues } = singularVectors(X, countOf);
  const count = singularValues.length;
  const components = directions.slice();
  for (let k = 0; k < count; k++) {
    const atRow = (i: number) => places[i * count + k]!;
    if (isBackward(atRow, X.nSamples)) negate(components, k, X.nFeatures);
  }
  return { components, singularValues };
}

/** The directions of Xᵀ say where the rows lie along the axes, and its places, once they have length 1, are the axes. */
function axesOfWide(X: DenseMatrix, countOf: (squares: Float64Array) => number): PrincipalAxes {
  const found = singularVectors(transposed(X), countOf);
  const { directions, singularValues } = found;
  const components = unitColumns(found, X.nFeatures);
  for (let k = 0; k < singularValues.length; k++) {
    const atRow = (i: number) => directions[k * X.nSamples + i]!;
    if (isBackward(atRow, X.nSamples)) negate(components, k, X.nFeatures);
  }
  return { components, singularValues };
}

/** Whether the farthest row lies behind. Of rows equally far out but for rounding, the first decides. */
function isBackward(atRow: (i: number) => number, nRows: number): boolean {
  let farthest = 0;
  for (let i = 1; i < nRows; i++) {
    if (Math.abs(atRow(i)) > Math.abs(atRow(farthest)) * (1 + 1e-10)) farthest = i;
  }
  return atRow(farthest) < 0;
}

/**
 * The columns of places as rows of length 1. A column that only rounding has put there has no direction: one at right
 * angles to those before it takes its place.
 */
function unitColumns({ places, singularValues }: SingularVectors, length: number): Float64Array {
  const count = singularValues.length;
  const units = new Float64Array(count * length);
  const noise = singularValues[0]! * Number.EPSILON * length;
  for (let k = 0; k < count; k++) {
    const unit = units.subarray(k * length, (k + 1) * length);
    if (singularValues[k]! > noise) {
      for (let j = 0; j < length; j++) unit[j] = places[j * count + k]! / singularValues[k]!;
    } else {
      unit[leastUsedColumn(units, k, length)] = 1;
    }
    makePerpendicular(unit, units, k);
    const scale = Math.sqrt(unit.reduce((sum, value) => sum + value * value, 0));
    for (let j = 0; j < length; j++) unit[j]! /= scale;
  }
  return units;
}

/** The column whose axis the first `count` unit vectors leave the most of. */
function leastUsedColumn(units: Float64Array, count: number, length: number): number {
  const used = new Float64Array(length);
  for (let at = 0; at < count * length; at++) used[at % length]! += units[at]! ** 2;
  return used.indexOf(used.reduce((least, square) => Math.min(least, square)));
}

/** Takes from a vector what it has of the first `count` unit vectors; twice, since once leaves a rest of rounding. */
function makePerpendicular(vector: Float64Array, units: Float64Array, count: number): void {
  const { length } = vector;
  for (let k = 0; k < 2 * count; k++) {
    const start = (k % count) * length;
    let part = 0;
    for (let j = 0; j < length; j++) part += vector[j]! * units[start + j]!;
    for (let j = 0; j < length; j++) vector[j]! -= part * units[start + j]!;
  }
}

function transposed({ values, nSamples, nFeatures }: DenseMatrix): DenseMatrix {
  const turned = new Float64Array(values.length);
  for (let i = 0; i < nSamples; i++) {
    for (let j = 0; j < nFeatures; j++) turned[j * nSamples + i] = values[i * nFeatures + j]!;
  }
  return { values: turned, nSamples: nFeatures, nFeatures: nSamples };
}

function negate(rows: Float64Array, k: number, width: number): void {
  for (let j = k * width; j < (k + 1) * width; j++) rows[j] = -rows[j]!;
}
