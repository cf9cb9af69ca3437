import { shown } from "../check-input.ts";
import type { Smallest } from "../smallest.ts";
import { scanEuclidean } from "./euclidean-scan.ts";
import { type RowBlock, scanTerms } from "./row-block.ts";

/** "minkowski" with p = 1 is "manhattan", with p = 2 "euclidean". */
export type MetricName = "minkowski" | "euclidean" | "manhattan";

/**
 * A distance between rows that is a function of a sum of terms, one for each column. Searches compare the sums,
 * which are in the same order as the distances.
 */
export interface Metric {
  /** What a difference in one column adds to the sum. */
  term(difference: number): number;
  /** The distance that belongs to a sum of terms. */
  distance(sum: number): number;
  /** Offers to `nearest` the sums of the rows from `first` up to `end`, each under its index in the training rows. */
  scan(block: RowBlock, first: number, end: number, query: Float64Array, nearest: Smallest): void;
}

const EUCLIDEAN: Metric = {
  term: (difference) => difference * difference,
  distance: Math.sqrt,
  scan: scanEuclidean,
};

const MANHATTAN = metricOfTerms(Math.abs, (sum) => sum);

/**
 * The metric of that name; p counts for "minkowski" alone.
 * @throws {RangeError} when the name is another, or p is not a finite number ≥ 1
 */
export function readMetric(who: string, name: MetricName, p: number): Metric {
  if (name === "euclidean") return EUCLIDEAN;
  if (name === "manhattan") return MANHATTAN;
  if (name !== "minkowski") {
    throw new RangeError(`${who} needs metric "minkowski", "euclidean" or "manhattan", got ${shown(name)}.`);
  }
  // Below 1 the way round a corner would be shorter than the straight one: no distance.
  if (!Number.isFinite(p) || p < 1) throw new RangeError(`${who} needs a finite p ≥ 1, got ${shown(p)}.`);
  if (p === 1) return MANHATTAN;
  if (p === 2) return EUCLIDEAN;
  return metricOfTerms(
    (difference) => Math.abs(difference) ** p,
    (sum) => sum ** (1 / p),
  );
}

function metricOfTerms(term: (difference: number) => number, distance: (sum: number) => number): Metric {
  return {
    term,
    distance,
    scan: (block, first, end, query, nearest) => scanTerms(block, first, end, query, nearest, term),
  };
}
