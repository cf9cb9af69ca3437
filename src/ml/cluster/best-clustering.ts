import { columnMeans, columnVariances } from "../column-statistics.ts";
import { type DenseMatrix, type Matrix, readMatrix } from "../features.ts";
import { Random } from "../random.ts";
import { kMeansPlusPlus, randomRows } from "./initial-centers.ts";
import { type Clustering, lloyd } from "./lloyd.ts";

/** KMeans' options, checked. */
export interface ClusteringPlan {
  readonly nClusters: number;
  readonly init: "k-means++" | "random" | Matrix;
  readonly nInit: number;
  readonly maxIter: number;
  readonly tol: number;
  readonly randomState: number;
}

/**
 * The clustering with the least inertia that any of the starts leads to.
 * @throws {TypeError|RangeError} when given centers are not nClusters rows as wide as X
 */
export function bestClustering(who: string, X: DenseMatrix, plan: ClusteringPlan): Clustering {
  const mean = columnMeans(X);
  const variances = columnVariances(X, mean);
  const tol = (plan.tol * variances.reduce((sum, variance) => sum + variance, 0)) / variances.length;
  // Around 0, numbers have the most digits left for what is between them.
  const centered = { ...X, values: moved(X.values, mean, -1) };
  const best = bestAround0(who, centered, mean, { ...plan, tol });
  return { ...best, centers: moved(best.centers, mean, 1) };
}

function bestAround0(who: string, X: DenseMatrix, mean: readonly number[], plan: ClusteringPlan): Clustering {
  const { init, nClusters } = plan;
  if (typeof init !== "string") return lloyd(X, readCenters(who, init, nClusters, mean), plan);
  const random = new Random(plan.randomState);
  const start = init === "random" ? randomRows : kMeansPlusPlus;
  let best = lloyd(X, start(X, nClusters, random), plan);
  for (let n = 1; n < plan.nInit; n++) {
    const next = lloyd(X, start(X, nClusters, random), plan);
    if (next.inertia < best.inertia) best = next;
  }
  return best;
}

/** The given centers, in the place where the rows have mean 0. */
function readCenters(who: string, init: Matrix, nClusters: number, mean: readonly number[]): Float64Array {
  const { values, nSamples } = readMatrix(`${who} (init)`, init, mean.length);
  if (nSamples !== nClusters) {
    throw new RangeError(`${who} needs init to have nClusters = ${nClusters} centers, got ${nSamples}.`);
  }
  return moved(values, mean, -1);
}

/** Rows with the offsets added to or, for sign -1, taken from each of them. */
function moved(values: Float64Array, offsets: readonly number[], sign: 1 | -1): Float64Array {
  const result = new Float64Array(values.length);
  for (let row = 0; row < values.length; row += offsets.length) {
    for (let j = 0; j < offsets.length; j++) result[row + j] = values[row + j]! + sign * offsets[j]!;
  }
  return result;
}
