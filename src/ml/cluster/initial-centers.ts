import type { DenseMatrix } from "../features.ts";
import type { Random } from "../random.ts";
import { squaredDistance } from "./squared-distance.ts";

/** Rows of X as the first centers, `[nClusters, nFeatures]`, no row twice. */
export function randomRows(X: DenseMatrix, nClusters: number, random: Random): Float64Array {
  const rows = random.shuffle(Array.from({ length: X.nSamples }, (_, i) => i));
  return rowsAt(X, rows.slice(0, nClusters));
}

/**
 * Rows of X that lie far apart as the first centers, `[nClusters, nFeatures]`: k-means++. Each next center is drawn
 * with chances proportional to the squared distance from the nearest center so far; of a few such draws, the one that
 * leaves the smallest sum of these squares is taken.
 * @see Arthur and Vassilvitskii (2007), k-means++: the advantages of careful seeding
 */
export function kMeansPlusPlus(X: DenseMatrix, nClusters: number, random: Random): Float64Array {
  const nTrials = 2 + Math.floor(Math.log(nClusters));
  const unlimited = new Float64Array(X.nSamples).fill(Number.POSITIVE_INFINITY);
  let last = withCenterAt(X, random.integer(0, X.nSamples), unlimited);
  const chosen = [last.row];
  while (chosen.length < nClusters) {
    let best: Candidate | undefined;
    for (let trial = 0; trial < nTrials; trial++) {
      const candidate = withCenterAt(X, drawRow(last, random), last.squares);
      if (best === undefined || candidate.sum < best.sum) best = candidate;
    }
    last = best!;
    chosen.push(last.row);
  }
  return rowsAt(X, chosen);
}

/** A row that may become a center, and how far from the nearest center every row would then be. */
interface Candidate {
  readonly row: number;
  /** Squared distances, `[nSamples]`. */
  readonly squares: Float64Array;
  readonly sum: number;
}

function withCenterAt(X: DenseMatrix, row: number, squaresSoFar: Float64Array): Candidate {
  const { values, nSamples, nFeatures } = X;
  const squares = new Float64Array(nSamples);
  let sum = 0;
  for (let i = 0; i < nSamples; i++) {
    const square = squaredDistance(values, i * nFeatures, values, row * nFeatures, nFeatures);
    squares[i] = Math.min(square, squaresSoFar[i]!);
    sum += squares[i]!;
  }
  return { row, squares, sum };
}

/** A row, drawn with chances proportional to the squares; the last one if all are 0. */
function drawRow({ squares, sum }: Candidate, random: Random): number {
  let left = random.uniform() * sum;
  for (let i = 0; i < squares.length; i++) {
    left -= squares[i]!;
    if (left < 0) return i;
  }
  return squares.length - 1;
}

function rowsAt({ values, nFeatures }: DenseMatrix, rows: readonly number[]): Float64Array {
  const centers = new Float64Array(rows.length * nFeatures);
  rows.forEach((row, k) => {
    centers.set(values.subarray(row * nFeatures, (row + 1) * nFeatures), k * nFeatures);
  });
  return centers;
}
