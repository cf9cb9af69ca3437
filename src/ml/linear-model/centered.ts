import { type DenseMatrix, type Features, readMatrix } from "../features.ts";

/** A table whose columns have mean 0, and what was taken from each of them. */
export interface CenteredMatrix {
  readonly matrix: DenseMatrix;
  /** `[nFeatures]`; zeros where the table was left as it was. */
  readonly center: Float64Array;
}

/** Targets with mean 0, and what was taken from them. */
export interface CenteredTargets {
  readonly values: Float64Array;
  readonly center: number;
}

/**
 * Reads X as readMatrix does and, if there is to be an intercept, moves each column to mean 0. The intercept of the
 * moved table is then the mean of the targets, and no coefficient has to make up for where a column lies.
 * @throws {TypeError|RangeError} as readMatrix does, or when the sum of a column overflows
 */
export function readCentered(who: string, X: Features, fitIntercept: boolean): CenteredMatrix {
  const matrix = readMatrix(who, X);
  const center = new Float64Array(matrix.nFeatures);
  if (!fitIntercept) return { matrix, center };
  const { values, nSamples, nFeatures } = matrix;
  // Sums of the distances from the first row, so that the mean of a column of one value is that very value.
  const first = values.slice(0, nFeatures);
  for (let row = 0; row < values.length; row += nFeatures) {
    for (let j = 0; j < nFeatures; j++) center[j]! += values[row + j]! - first[j]!;
  }
  for (let j = 0; j < nFeatures; j++) {
    center[j] = first[j]! + center[j]! / nSamples;
    checkMean(who, `column ${j}`, center[j]!);
  }
  for (let row = 0; row < values.length; row += nFeatures) {
    for (let j = 0; j < nFeatures; j++) values[row + j]! -= center[j]!;
  }
  return { matrix, center };
}

/**
 * The targets, moved to mean 0 if there is to be an intercept.
 * @throws {RangeError} when their sum overflows
 */
export function centerTargets(who: string, y: Float64Array, fitIntercept: boolean): CenteredTargets {
  if (!fitIntercept) return { values: y, center: 0 };
  const first = y[0]!;
  const center = first + y.reduce((sum, target) => sum + (target - first), 0) / y.length;
  checkMean(who, "the targets", center);
  return { values: y.map((target) => target - center), center };
}

function checkMean(who: string, where: string, mean: number): void {
  if (!Number.isFinite(mean)) throw new RangeError(`${who} needs finite sums, got ${mean} in ${where}.`);
}
