import type { DenseMatrix } from "../features.ts";
import type { Smallest } from "../smallest.ts";
import type { Metric } from "./metric.ts";
import type { NeighborSearch } from "./neighbor-search.ts";
import { placeMiddle } from "./place-middle.ts";
import { type RowBlock, rowBlock } from "./row-block.ts";

/** Less than 1 by more than rounding can make a box seem farther off than a row in it. */
const ROUNDING = 1 - 1e-12;

/**
 * A tree that halves the training rows again and again, each time along the column in which they spread widest.
 * A search can leave out a whole branch when the box around its rows is farther off than the neighbors found so far.
 * With many columns few boxes are, and brute force is quicker.
 *
 * All nodes are kept in flat arrays, level after level: below node i hang nodes 2i + 1 and 2i + 2. The rows are laid
 * out so that those of a node follow each other.
 * @see Bentley (1975), Multidimensional binary search trees used for associative searching, Communications of the ACM 18
 * @see https://en.wikipedia.org/wiki/K-d_tree
 */
export class KDTree implements NeighborSearch {
  readonly block: RowBlock;
  readonly #metric: Metric;
  readonly #nFeatures: number;
  /** Node i holds the rows from starts[i] up to ends[i]. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  /** The corners of the box around each node's rows, `[nNodes, nFeatures]`. */
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;

  /** Halves until a leaf holds leafSize rows at most. */
  constructor(training: DenseMatrix, metric: Metric, leafSize: number) {
    const { nSamples, nFeatures } = training;
    const nLevels = 1 + Math.max(0, Math.ceil(Math.log2(nSamples / leafSize)));
    const nNodes = 2 ** nLevels - 1;
    this.#metric = metric;
    this.#nFeatures = nFeatures;
    this.#starts = new Int32Array(nNodes);
    this.#ends = new Int32Array(nNodes);
    this.#lower = new Float64Array(nNodes * nFeatures);
    this.#upper = new Float64Array(nNodes * nFeatures);
    const order = Int32Array.from({ length: nSamples }, (_, i) => i);
    this.#ends[0] = nSamples;
    for (let node = 0; node < nNodes; node++) this.#divide(node, training, order);
    this.block = rowBlock(training, order);
  }

  search(queries: readonly Float64Array[], nearest: readonly Smallest[]): void {
    for (let i = 0; i < queries.length; i++) this.#descend(0, 0, queries[i]!, nearest[i]!);
  }

  /** Measures the box of a node and, unless it is a leaf, gives one half of its rows to each of the nodes below. */
  #divide(node: number, training: DenseMatrix, order: Int32Array): void {
    const start = this.#starts[node]!;
    const end = this.#ends[node]!;
    const widest = this.#measure(node, training, order);
    const left = 2 * node + 1;
    if (left >= this.#starts.length) return;
    const middle = (start + end) >> 1;
    placeMiddle(order, start, end, middle, training, widest);
    this.#starts[left] = start;
    this.#ends[left] = middle;
    this.#starts[left + 1] = middle;
    this.#ends[left + 1] = end;
  }

  /** Sets the corners of a node's box; the column in which it is widest. */
  #measure(node: number, { values, nFeatures }: DenseMatrix, order: Int32Array): number {
    const corner = node * nFeatures;
    const lower = this.#lower.subarray(corner, corner + nFeatures).fill(Number.POSITIVE_INFINITY);
    const upper = this.#upper.subarray(corner, corner + nFeatures).fill(Number.NEGATIVE_INFINITY);
    for (let at = this.#starts[node]!; at < this.#ends[node]!; at++) {
      const row = order[at]! * nFeatures;
      for (let j = 0; j < nFeatures; j++) {
        const value = values[row + j]!;
        if (value < lower[j]!) lower[j] = value;
        if (value > upper[j]!) upper[j] = value;
      }
    }
    let widest = 0;
    for (let j = 1; j < nFeatures; j++) {
      if (upper[j]! - lower[j]! > upper[widest]! - lower[widest]!) widest = j;
    }
    return widest;
  }

  /** Searches a node whose box is `sum` away, the nearer of its two branches first. */
  #descend(node: number, sum: number, query: Float64Array, nearest: Smallest): void {
    // Not where both are equal: behind the box's wall may stand a row that ties and comes first.
    if (sum * ROUNDING > nearest.bound) return;
    const left = 2 * node + 1;
    if (left >= this.#starts.length) {
      this.#metric.scan(this.block, this.#starts[node]!, this.#ends[node]!, query, nearest);
      return;
    }
    const toLeft = this.#sumToBox(left, query);
    const toRight = this.#sumToBox(left + 1, query);
    if (toLeft <= toRight) {
      this.#descend(left, toLeft, query, nearest);
      this.#descend(left + 1, toRight, query, nearest);
    } else {
      this.#descend(left + 1, toRight, query, nearest);
      this.#descend(left, toLeft, query, nearest);
    }
  }

  /** The sum of terms from the query to the nearest point of a node's box: 0 inside. */
  #sumToBox(node: number, query: Float64Array): number {
    const corner = node * this.#nFeatures;
    let sum = 0;
    for (let j = 0; j < this.#nFeatures; j++) {
      const value = query[j]!;
      const below = this.#lower[corner + j]! - value;
      const above = value - this.#upper[corner + j]!;
      if (below > 0) sum += this.#metric.term(below);
      else if (above > 0) sum += this.#metric.term(above);
    }
    return sum;
  }
}
