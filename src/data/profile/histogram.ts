import { between, withoutSign } from "./numbers.ts";
import type { Histogram } from "./profile.ts";

const MOST_BINS = 20;

/**
 * How many values fall where, in up to 20 bins of equal width from the smallest value to the largest. Bins of whole
 * numbers have whole width, so that none of them holds more different values than another.
 *
 * @param sorted ascending, at least one
 * @param extent the first and the last edge; wider than the values if these are a sample
 * @example
 * histogramOf(Float64Array.of(1, 2, 2, 4), true); // { edges: [1, 2, 3, 4, 5], counts: [1, 2, 0, 1] }
 */
export function histogramOf(
  sorted: Float64Array,
  isWhole: boolean,
  extent: readonly [number, number] = [sorted[0] ?? 0, sorted.at(-1) ?? 0],
): Histogram<number> {
  const edges = isWhole ? wholeEdges(extent) : equalEdges(extent);
  const inner = edges.slice(1, -1).map((edge) => firstAtLeast(sorted, edge));
  const ends = [...inner, sorted.length];
  return { edges, counts: ends.map((end, i) => end - (ends[i - 1] ?? 0)) };
}

/** Counts of a sample's values, scaled to a total; each is rounded by itself. */
export function scaled(histogram: Histogram<number>, total: number): Histogram<number> {
  const sampled = histogram.counts.reduce((sum, count) => sum + count, 0);
  return { ...histogram, counts: histogram.counts.map((count) => Math.round((count / sampled) * total)) };
}

function wholeEdges([min, max]: readonly [number, number]): number[] {
  const width = Math.ceil((max - min + 1) / MOST_BINS);
  const bins = Math.ceil((max - min + 1) / width);
  return Array.from({ length: bins + 1 }, (_, i) => withoutSign(min + i * width));
}

function equalEdges([min, max]: readonly [number, number]): number[] {
  if (min === max) return [min, max].map(withoutSign);
  const edges = Array.from({ length: MOST_BINS + 1 }, (_, i) =>
    withoutSign(between(min, max, i / MOST_BINS)),
  );
  // Between neighbouring doubles there is no room for so many edges.
  return [...new Set(edges)];
}

/** The index of the first value that is not below an edge, by bisection. */
function firstAtLeast(sorted: Float64Array, edge: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < edge) low = middle + 1;
    else high = middle;
  }
  return low;
}
