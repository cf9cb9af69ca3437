import { type HistogramFigure, histogramOf } from "./histogram.ts";
import type { Words } from "./spec.ts";

export interface DistributionChangeOptions extends Words {
  readonly xTitle: string;
  /** What the two are called. "before" and "after" unless given. */
  readonly names?: readonly [string, string] | undefined;
}

/**
 * One distribution above another, on one axis and with the same bins: what a step of preparation did, or time.
 *
 * @throws RangeError if both have the same name
 * @example distributionChange(income, income.map(Math.log10), { title: "The logarithm pulls the tail in", xTitle: "income" })
 */
export function distributionChange(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  options: DistributionChangeOptions,
): HistogramFigure {
  const [first, second] = options.names ?? ["before", "after"];
  if (first === second)
    throw new RangeError(`distributionChange needs two names that differ, got "${first}" twice.`);
  return histogramOf(
    [
      [first, before],
      [second, after],
    ],
    options,
  );
}
