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

/** The sum of each row's distances to the rows of each cluster, `[nSamples, nClusters]`, each pair measured once. */
function distanceSums(
  { values, nSamples, nFeatures }: DenseMatrix,
  clusterOfRow: Uint32Array,
  nClusters: number,
): Float64Array {
  const sums = new Float64Array(nSamples * nClusters);
  for (let i = 0; i < nSamples; i++) {
    for (let k = 0; k < i; k++) {
      let squared = 0;
      for (let j = 0; j < nFeatures; j++) {
        const difference = values[i * nFeatures + j]! - values[k * nFeatures + j]!;
        squared += difference * difference;
      }
      const distance = Math.sqrt(squared);
      sums[i * nClusters + clusterOfRow[k]!]! += distance;
      sums[k * nClusters + clusterOfRow[i]!]! += distance;
    }
  }
  return sums;
}
