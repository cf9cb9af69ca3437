import { checkSameLength } from "../check-input.ts";
import { type DenseMatrix, type Features, readMatrix } from "../features.ts";
import { type Label, sortedClasses } from "../labels.ts";

/**
 * How much nearer the rows are to their own cluster than to the next one, on average: 1 for clusters far apart,
 * about 0 for overlapping ones, negative for rows in the wrong cluster.
 * @param X rows, `[nSamples, nFeatures]`; distances are Euclidean
 * @param labels the cluster of each row, `[nSamples]`
 * @throws {TypeError|RangeError} when X is not a table of finite numbers, there is not one label a row, or there are
 *   not 2 to nSamples - 1 clusters
 * @example silhouetteScore([[0], [1], [10], [11]], ["a", "a", "b", "b"]) // 0.899…
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.silhouette_score.html
 */
export function silhouetteScore(X: Features, labels: readonly Label[]): number {
  const samples = silhouettes("silhouetteScore", X, labels);
  return samples.reduce((sum, value) => sum + value, 0) / samples.length;
}

/**
 * The silhouette of each row, `[nSamples]`: with a the mean distance to the others of its cluster and b that to the
 * rows of the nearest other cluster, (b - a) / max(a, b); 0 for a row alone in its cluster.
 * @throws {TypeError|RangeError} as silhouetteScore does
 * @see Rousseeuw (1987), Silhouettes: a graphical aid to the interpretation and validation of cluster analysis
 */
export function silhouetteSamples(X: Features, labels: readonly Label[]): number[] {
  return silhouettes("silhouetteSamples", X, labels);
}

function silhouettes(who: string, X: Features, labels: readonly Label[]): number[] {
  const matrix = readMatrix(who, X);
  checkSameLength(who, matrix.nSamples, labels);
  const clusters = sortedClasses(who, labels);
  if (clusters.length < 2 || clusters.length >= matrix.nSamples) {
    throw new RangeError(
      `${who} needs 2 to ${matrix.nSamples - 1} clusters, got ${clusters.length} of ${matrix.nSamples} rows.`,
    );
  }
  const positions = new Map(clusters.map((label, cluster) => [label, cluster]));
  const clusterOfRow = Uint32Array.from(labels, (label) => positions.get(label)!);
  const sizes = new Array<number>(clusters.length).fill(0);
  for (const cluster of clusterOfRow) sizes[cluster]! += 1;
  const sums = distanceSums(matrix, clusterOfRow, clusters.length);
  return Array.from(clusterOfRow, (own, i) =>
    silhouette(sums.subarray(i * clusters.length, (i + 1) * clusters.length), sizes, own),
  );
}

function silhouette(sums: Float64Array, sizes: readonly number[], own: number): number {
  if (sizes[own] === 1) return 0;
  const inside = sums[own]! / (sizes[own]! - 1);
  let outside = Number.POSITIVE_INFINITY;
  for (const [cluster, sum] of sums.entries()) {
    if (cluster !== own) outside = Math.min(outside, sum / sizes[cluster]!);
  }
  const larger = Math.max(inside, outside);
  return larger === 0 ? 0 : (outside - inside) / larger;
}

/**
 * The sum of each row's distances to the rows of each cluster, `[nSamples, nClusters]`, each pair measured once.
 * Rows are taken by fours, so that a number that was read serves four sums that need not wait for each other.
 */
function distanceSums(
  { values, nSamples, nFeatures }: DenseMatrix,
  clusterOfRow: Uint32Array,
  nClusters: number,
): Float64Array {
  const sums = new Float64Array(nSamples * nClusters);
  const squares = new Float64Array(4);
  for (let first = 0; first < nSamples; first += 4) {
    const end = Math.min(first + 4, nSamples);
    for (let k = 0; k < end; k++) {
      squaredDistances(squares, values, nFeatures, first, end, k);
      for (let i = Math.max(first, k + 1); i < end; i++) {
        const distance = Math.sqrt(squares[i - first]!);
        sums[i * nClusters + clusterOfRow[k]!]! += distance;
        sums[k * nClusters + clusterOfRow[i]!]! += distance;
      }
    }
  }
  return sums;
}

/** The squared distances of row k from the rows `first` to `end` - 1, of which there are at most four. */
function squaredDistances(
  squares: Float64Array,
  values: Float64Array,
  nFeatures: number,
  first: number,
  end: number,
  k: number,
): void {
  // Beyond the last row stands the last row once more; its distance is not used.
  const start0 = first * nFeatures;
  const start1 = Math.min(first + 1, end - 1) * nFeatures;
  const start2 = Math.min(first + 2, end - 1) * nFeatures;
  const start3 = Math.min(first + 3, end - 1) * nFeatures;
  let [sum0, sum1, sum2, sum3] = [0, 0, 0, 0];
  for (let j = 0; j < nFeatures; j++) {
    const value = values[k * nFeatures + j]!;
    const d0 = values[start0 + j]! - value;
    const d1 = values[start1 + j]! - value;
    const d2 = values[start2 + j]! - value;
    const d3 = values[start3 + j]! - value;
    sum0 += d0 * d0;
    sum1 += d1 * d1;
    sum2 += d2 * d2;
    sum3 += d3 * d3;
  }
  squares[0] = sum0;
  squares[1] = sum1;
  squares[2] = sum2;
  squares[3] = sum3;
}
