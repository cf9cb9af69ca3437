import { type LineFigure, line } from "./line.ts";
import { withScore } from "./score-names.ts";
import type { Words } from "./spec.ts";

/** A model's rates at each threshold, both in the order of the thresholds. */
export interface RocCurve {
  readonly name: string;
  /** Shares of the negatives that are taken for positive. */
  readonly fpr: ArrayLike<number>;
  /** Shares of the positives that are found. */
  readonly tpr: ArrayLike<number>;
  /** The area under the curve, to be written beside the name. */
  readonly auc?: number | undefined;
}

/**
 * What finding more positives costs in false alarms, for one model or several, over the diagonal of chance.
 *
 * @throws RangeError if the rates of a curve differ in number, or if a name comes twice
 * @example rocCurve([{ name: "forest", fpr: [0, 0.1, 1], tpr: [0, 0.8, 1], auc: 0.85 }], { title: "Few false alarms" })
 * @see https://scikit-learn.org/stable/modules/model_evaluation.html#roc-metrics
 */
export function rocCurve(curves: readonly RocCurve[], options: Words): LineFigure {
  for (const { fpr, tpr } of curves) {
    if (fpr.length !== tpr.length)
      throw new RangeError(`rocCurve needs as many tpr as fpr, got ${tpr.length} and ${fpr.length}.`);
  }
  const series = curves.map(({ name, fpr, tpr, auc }) => ({
    name: withScore(name, "AUC", auc),
    x: fpr,
    y: tpr,
  }));
  return line(series, {
    ...options,
    xTitle: "false positive rate (share of the negatives)",
    yTitle: "true positive rate (share of the positives)",
    xDomain: [0, 1],
    yDomain: [0, 1],
    equalAxes: true,
    guide: { from: [0, 0], to: [1, 1], label: "chance" },
  });
}
