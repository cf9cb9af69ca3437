import type { DenseMatrix } from "../features.ts";
import { Smallest } from "../smallest.ts";
import type { Metric } from "./metric.ts";
import type { RowBlock } from "./row-block.ts";

/** A way to find the nearest training rows. All ways find the same ones, at the very same distances. */
export interface NeighborSearch {
  /** The training rows, laid out for the search. */
  readonly block: RowBlock;
  /** Offers to each of `nearest` the training rows that can be among the nearest of the query in its place. */
  search(queries: readonly Float64Array[], nearest: readonly Smallest[]): void;
}

/** How many queries are answered together, while the training rows they are compared with are at hand. */
const TOGETHER = 64;

/** The nearest training rows of one query, nearest first; of equally near ones, those shown first. */
export interface Nearest {
  /** Distances, `[nNeighbors]`. */
  readonly distances: number[];
  /** Positions in the training rows, `[nNeighbors]`. */
  readonly indices: number[];
}

/**
 * The nearest training rows of each query, one query after the other.
 * @throws {RangeError} when a distance overflows
 */
export function* nearestOfEach(
  who: string,
  search: NeighborSearch,
  metric: Metric,
  queries: DenseMatrix,
  nNeighbors: number,
): Generator<Nearest> {
  const filled = Array.from({ length: TOGETHER }, () => new Float64Array(search.block.stride));
  const nearest = filled.map(() => new Smallest(nNeighbors));
  const { values, nSamples, nFeatures } = queries;
  for (let first = 0; first < nSamples; first += TOGETHER) {
    const count = Math.min(TOGETHER, nSamples - first);
    for (let i = 0; i < count; i++) {
      const start = (first + i) * nFeatures;
      filled[i]!.set(values.subarray(start, start + nFeatures));
      nearest[i]!.clear();
    }
    search.search(filled.slice(0, count), nearest);
    for (let i = 0; i < count; i++) yield readNearest(who, nearest[i]!, metric, first + i);
  }
}

function readNearest(who: string, nearest: Smallest, metric: Metric, row: number): Nearest {
  const { values, indices } = nearest.ascending();
  if (!Number.isFinite(values.at(-1))) {
    throw new RangeError(
      `${who} needs rows whose squared distances are finite, got one that overflows in row ${row}.`,
    );
  }
  return { distances: values.map(metric.distance), indices };
}
