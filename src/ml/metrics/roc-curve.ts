import type { Label } from "../labels.ts";
import { type CumulativeCounts, cumulativeCounts } from "./binary-scores.ts";

/** Points of the curve from (0, 0) to (1, 1), each with the lowest score that still counts as positive there. */
export interface RocCurve {
  /** The share of other rows that count as positive. */
  fpr: number[];
  /** The share of positive rows that count as positive. */
  tpr: number[];
  /** In descending order; the first, at which no row counts as positive, is the highest score plus 1. */
  thresholds: number[];
}

/**
 * The receiver operating characteristic: what share of either class lies above a threshold, for each threshold at
 * which that changes. Points on a straight line between others are left out, unless dropIntermediate is false.
 * @param yTrue labels, `[nSamples]`: 0 and 1, or -1 and 1, or any two with `posLabel`
 * @param yScore numbers that are larger the more likely a row is positive, `[nSamples]`
 * @throws {TypeError|RangeError} when the lengths differ, a score is not a finite number, no label counts as
 *   positive, or one of the two classes has no row
 * @example rocCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).tpr // [0, 0.5, 0.5, 1, 1]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.roc_curve.html
 */
export function rocCurve<L extends Label>(
  yTrue: readonly L[],
  yScore: readonly number[],
  { posLabel, dropIntermediate = true }: { posLabel?: L; dropIntermediate?: boolean } = {},
): RocCurve {
  const counts = cumulativeCounts("rocCurve", yTrue, yScore, posLabel);
  const { nPositives, nNegatives } = classSizes("rocCurve", counts);
  const kept = [...counts.thresholds.keys()].filter((i) => !dropIntermediate || isCorner(counts, i));
  return {
    fpr: [0, ...kept.map((i) => counts.falsePositives[i]! / nNegatives)],
    tpr: [0, ...kept.map((i) => counts.truePositives[i]! / nPositives)],
    thresholds: [counts.thresholds[0]! + 1, ...kept.map((i) => counts.thresholds[i]!)],
  };
}

/**
 * How many rows are positive and how many are not.
 * @throws {RangeError} when there are none of either
 */
export function classSizes(who: string, { truePositives, falsePositives }: CumulativeCounts) {
  const nPositives = truePositives.at(-1)!;
  const nNegatives = falsePositives.at(-1)!;
  if (nPositives === 0 || nNegatives === 0) {
    throw new RangeError(
      `${who} needs rows of both classes, got ${nPositives} positive and ${nNegatives} other ones.`,
    );
  }
  return { nPositives, nNegatives };
}

/** Whether the steps before and after a point differ in either count; the ends always stay. */
function isCorner({ truePositives, falsePositives }: CumulativeCounts, i: number): boolean {
  if (i === 0 || i === truePositives.length - 1) return true;
  return [truePositives, falsePositives].some(
    (counts) => counts[i + 1]! - counts[i]! !== counts[i]! - counts[i - 1]!,
  );
}
