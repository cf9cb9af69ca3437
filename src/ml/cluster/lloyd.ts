import type { DenseMatrix } from "../features.ts";
import { Assignment } from "./assignment.ts";
import { ClusterMeans } from "./cluster-means.ts";
import { squaredDistance } from "./squared-distance.ts";

/** Centers, and what they make of the rows. */
export interface Clustering {
  /** `[nClusters, nFeatures]` */
  readonly centers: Float64Array;
  /** The position of each row's nearest center, `[nSamples]`. */
  readonly labels: Int32Array;
  /** The sum of the squared distances from each row to its center. */
  readonly inertia: number;
  /** How many times the centers were moved. */
  readonly nIter: number;
}

/**
 * Moves each center to the mean of the rows that are nearest to it, again and again: until no row changes hands, the
 * squares of the moves add up to tol at most, or it was done maxIter times. Neither step can raise the inertia.
 * @param X rows, with mean 0
 * @param start the first centers, `[nClusters, nFeatures]`
 * @see Lloyd (1982), Least squares quantization in PCM, IEEE Transactions on Information Theory 28
 */
export function lloyd(
  X: DenseMatrix,
  start: Float64Array,
  { maxIter, tol }: { maxIter: number; tol: number },
): Clustering {
  const assignment = new Assignment(X);
  const { labels } = assignment;
  const means = new ClusterMeans(X, start.length / X.nFeatures);
  let centers = start;
  for (let nIter = 1; ; nIter++) {
    const nChanged = assignment.assign(centers);
    const moved = means.of(labels, centers);
    const moves = distancesBetween(centers, moved, X.nFeatures);
    centers = moved;
    const isSettled = nChanged === 0;
    const isOver = nIter === maxIter || moves.reduce((sum, move) => sum + move * move, 0) <= tol;
    if (!isSettled) assignment.widen(moves);
    // The labels are those of the centers before the last move.
    if (!isSettled && isOver) assignment.assign(centers);
    if (isSettled || isOver) return { centers, labels, inertia: inertiaOf(X, centers, labels), nIter };
  }
}

/** The sum of the squared distances from each row to the center it has the label of. */
export function inertiaOf(
  { values, nFeatures }: DenseMatrix,
  centers: Float64Array,
  labels: Int32Array,
): number {
  let sum = 0;
  for (let i = 0; i < labels.length; i++) {
    sum += squaredDistance(values, i * nFeatures, centers, labels[i]! * nFeatures, nFeatures);
  }
  return sum;
}

function distancesBetween(centers: Float64Array, moved: Float64Array, width: number): Float64Array {
  return Float64Array.from({ length: centers.length / width }, (_, k) =>
    Math.sqrt(squaredDistance(centers, k * width, moved, k * width, width)),
  );
}
