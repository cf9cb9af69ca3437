import type { DenseMatrix } from "../features.ts";
import { squaredDistance } from "./squared-distance.ts";

/** By this share a distance has to be the smaller one to count as smaller, however bounds were rounded. */
const MARGIN = 1e-9;

/**
 * Which center each row is nearest to, found again after every move of the centers. By the triangle inequality, a
 * move can bring a center nearer to a row by its own length at most. So each row carries two bounds, and only where
 * they overlap are its distances measured anew: in late rounds, few rows. The answer is what measuring every distance
 * would give; of centers equally near, the first.
 * @see Hamerly (2010), Making k-means even faster, SIAM International Conference on Data Mining
 */
export class Assignment {
  /** The center nearest to each row, `[nSamples]`. */
  readonly labels: Int32Array;
  readonly #X: DenseMatrix;
  /** No row is farther from its center than this, `[nSamples]`. */
  readonly #upper: Float64Array;
  /** No row is nearer to another center than this, `[nSamples]`. */
  readonly #lower: Float64Array;

  constructor(X: DenseMatrix) {
    this.#X = X;
    this.labels = new Int32Array(X.nSamples).fill(-1);
    this.#upper = new Float64Array(X.nSamples).fill(Number.POSITIVE_INFINITY);
    this.#lower = new Float64Array(X.nSamples);
  }

  /** Gives every row to its nearest center; how many rows changed hands. */
  assign(centers: Float64Array): number {
    const { values, nSamples, nFeatures } = this.#X;
    const { labels } = this;
    const upper = this.#upper;
    const lower = this.#lower;
    const gaps = halfGaps(centers, nFeatures);
    let nChanged = 0;
    for (let i = 0; i < nSamples; i++) {
      const label = labels[i]!;
      if (label >= 0) {
        // A row nearer to its center than half the way to the next one can be nearer to no other.
        const safe = Math.max(gaps[label]!, lower[i]!) * (1 - MARGIN);
        if (upper[i]! < safe) continue;
        const square = squaredDistance(values, i * nFeatures, centers, label * nFeatures, nFeatures);
        upper[i] = Math.sqrt(square);
        if (upper[i]! < safe) continue;
      }
      if (this.#measure(i, centers) !== label) nChanged += 1;
    }
    return nChanged;
  }

  /** Widens the bounds by as much as each center has moved, `[nClusters]`. */
  widen(moves: Float64Array): void {
    let longest = 0;
    for (let k = 1; k < moves.length; k++) if (moves[k]! > moves[longest]!) longest = k;
    const longestOfOthers = moves.reduce((most, move, k) => (k === longest ? most : Math.max(most, move)), 0);
    for (let i = 0; i < this.labels.length; i++) {
      const label = this.labels[i]!;
      this.#upper[i]! += moves[label]!;
      this.#lower[i]! -= label === longest ? longestOfOthers : moves[longest]!;
    }
  }

  /** Measures the distances of row i from all centers, sets its label and bounds; the label. */
  #measure(i: number, centers: Float64Array): number {
    const { values, nFeatures } = this.#X;
    let nearest = 0;
    let least = Number.POSITIVE_INFINITY;
    let second = Number.POSITIVE_INFINITY;
    for (let k = 0, at = 0; at < centers.length; k++, at += nFeatures) {
      const square = squaredDistance(values, i * nFeatures, centers, at, nFeatures);
      if (square < least) {
        second = least;
        least = square;
        nearest = k;
      } else if (square < second) second = square;
    }
    this.labels[i] = nearest;
    this.#upper[i] = Math.sqrt(least);
    this.#lower[i] = Math.sqrt(second);
    return nearest;
  }
}

/** Half the distance from each center to the nearest other one, `[nClusters]`. */
function halfGaps(centers: Float64Array, width: number): Float64Array {
  const squares = new Float64Array(centers.length / width).fill(Number.POSITIVE_INFINITY);
  for (let k = 0; k < squares.length; k++) {
    for (let other = 0; other < k; other++) {
      const square = squaredDistance(centers, k * width, centers, other * width, width);
      squares[k] = Math.min(squares[k]!, square);
      squares[other] = Math.min(squares[other]!, square);
    }
  }
  return squares.map((square) => Math.sqrt(square) / 2);
}
