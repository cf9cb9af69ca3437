import type { Label } from "../labels.ts";
import { cumulativeCounts } from "./binary-scores.ts";

/** Points of the curve; the last, precision 1 and recall 0, stands for no predictions and has no threshold. */
export interface PrecisionRecallCurve {
  precision: number[];
  /** In descending order. */
  recall: number[];
  /** The distinct scores in ascending order, one fewer than points. */
  thresholds: number[];
}

/**
 * Precision and recall when all rows count as positive whose score is at least a threshold, for each threshold.
 * Without a positive row every recall is 1, as in scikit-learn.
 * @param yTrue labels, `[nSamples]`: 0 and 1, or -1 and 1, or any two with `posLabel`
 * @param yScore numbers that are larger the more likely a row is positive, `[nSamples]`
 * @throws {TypeError|RangeError} when the lengths differ, a score is not a finite number, or no label counts as positive
 * @example precisionRecallCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).recall // [1, 1, 0.5, 0.5, 0]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.precision_recall_curve.html
 */
export function precisionRecallCurve<L extends Label>(
  yTrue: readonly L[],
  yScore: readonly number[],
  { posLabel }: { posLabel?: L } = {},
): PrecisionRecallCurve {
  return curve("precisionRecallCurve", yTrue, yScore, posLabel);
}

/**
 * The area under the precision-recall curve as a sum of steps: each precision times the recall gained there.
 * @throws {TypeError|RangeError} as precisionRecallCurve does
 * @example averagePrecisionScore([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) // 0.833…
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.average_precision_score.html
 */
export function averagePrecisionScore<L extends Label>(
  yTrue: readonly L[],
  yScore: readonly number[],
  { posLabel }: { posLabel?: L } = {},
): number {
  const { precision, recall } = curve("averagePrecisionScore", yTrue, yScore, posLabel);
  let area = 0;
  for (let i = 0; i + 1 < recall.length; i++) area += precision[i]! * (recall[i]! - recall[i + 1]!);
  return area;
}

function curve<L extends Label>(
  who: string,
  yTrue: readonly L[],
  yScore: readonly number[],
  posLabel: L | undefined,
): PrecisionRecallCurve {
  const { thresholds, truePositives, falsePositives } = cumulativeCounts(who, yTrue, yScore, posLabel);
  const nPositives = truePositives.at(-1)!;
  const precision = truePositives.map((tp, i) => tp / (tp + falsePositives[i]!));
  const recall = truePositives.map((tp) => (nPositives === 0 ? 1 : tp / nPositives));
  return {
    precision: [...precision.reverse(), 1],
    recall: [...recall.reverse(), 0],
    thresholds: thresholds.reverse(),
  };
}
