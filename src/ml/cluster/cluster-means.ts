import type { DenseMatrix } from "../features.ts";
import { Smallest } from "../smallest.ts";
import { squaredDistance } from "./squared-distance.ts";

/** Keeps the sum of the rows of each cluster, and the means that come of it, while rows change clusters. */
export class ClusterMeans {
  readonly #X: DenseMatrix;
  /** `[nClusters, nFeatures]` */
  readonly #sums: Float64Array;
  /** `[nClusters]` */
  readonly #counts: Float64Array;
  /** The cluster that each row is in the sum of; -1 for none yet. */
  readonly #holder: Int32Array;

  constructor(X: DenseMatrix, nClusters: number) {
    this.#X = X;
    this.#sums = new Float64Array(nClusters * X.nFeatures);
    this.#counts = new Float64Array(nClusters);
    this.#holder = new Int32Array(X.nSamples).fill(-1);
  }

  /**
   * The mean of the rows with each label, `[nClusters, nFeatures]`. A cluster without rows gets one: of all rows, the
   * one that lies farthest from the center it had been given to, which then leaves its old cluster.
   * @param centers those that the labels were found with, `[nClusters, nFeatures]`
   */
  of(labels: Int32Array, centers: Float64Array): Float64Array {
    for (let i = 0; i < labels.length; i++) {
      const holder = this.#holder[i]!;
      const label = labels[i]!;
      if (holder === label) continue;
      if (holder >= 0) addRow(this.#X, i, -1, this.#sums, this.#counts, holder);
      addRow(this.#X, i, 1, this.#sums, this.#counts, label);
      this.#holder[i] = label;
    }
    const means = this.#sums.slice();
    const counts = this.#counts.slice();
    fillEmptyClusters(this.#X, labels, centers, means, counts);
    const { nFeatures } = this.#X;
    for (let k = 0; k < counts.length; k++) {
      for (let j = k * nFeatures; j < (k + 1) * nFeatures; j++) {
        // Where an empty cluster took the only row of another, that one goes to the mean of all rows: 0.
        means[j] = counts[k] === 0 ? 0 : means[j]! / counts[k]!;
      }
    }
    return means;
  }
}

function fillEmptyClusters(
  X: DenseMatrix,
  labels: Int32Array,
  centers: Float64Array,
  sums: Float64Array,
  counts: Float64Array,
): void {
  const empty = Array.from(counts.keys()).filter((k) => counts[k] === 0);
  if (empty.length === 0) return;
  farthestRows(X, labels, centers, empty.length).forEach((row, n) => {
    addRow(X, row, -1, sums, counts, labels[row]!);
    sums.fill(0, empty[n]! * X.nFeatures, (empty[n]! + 1) * X.nFeatures);
    addRow(X, row, 1, sums, counts, empty[n]!);
  });
}

/** Adds row i, or for sign -1 takes it, to or from the sum and the count of cluster k. */
function addRow(
  { values, nFeatures }: DenseMatrix,
  i: number,
  sign: 1 | -1,
  sums: Float64Array,
  counts: Float64Array,
  k: number,
): void {
  counts[k]! += sign;
  const row = i * nFeatures;
  const at = k * nFeatures;
  for (let j = 0; j < nFeatures; j++) sums[at + j]! += sign * values[row + j]!;
}

/** The rows farthest from their centers, farthest first; of equally far ones, those shown first. */
function farthestRows(
  { values, nFeatures }: DenseMatrix,
  labels: Int32Array,
  centers: Float64Array,
  count: number,
): number[] {
  const farthest = new Smallest(count);
  labels.forEach((label, i) => {
    farthest.offer(-squaredDistance(values, i * nFeatures, centers, label * nFeatures, nFeatures), i);
  });
  return farthest.ascending().indices;
}
