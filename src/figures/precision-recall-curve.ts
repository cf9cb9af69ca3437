import { type LineFigure, line } from "./line.ts";
import type { Guide } from "./line-layers.ts";
import { percent } from "./numbers.ts";
import { withScore } from "./score-names.ts";
import type { Words } from "./spec.ts";
import type { Series } from "./trace.ts";

/** A model's precision and recall at each threshold, both in the order of the thresholds, up or down. */
export interface PrecisionRecallCurve {
  readonly name: string;
  readonly precision: ArrayLike<number>;
  readonly recall: ArrayLike<number>;
  /** To be written beside the name. */
  readonly averagePrecision?: number | undefined;
}

export interface PrecisionRecallOptions extends Words {
  /** The share of positives, from 0 to 1: the precision of a guess. */
  readonly positives?: number | undefined;
}

/**
 * How sure an alarm is if so many of the positives are to be found, for one model or several, over the precision of chance.
 *
 * The curve goes in stairs: between two thresholds nothing can be had, and a slope would promise it.
 *
 * @throws RangeError if precision and recall of a curve differ in number, if a name comes twice, or if `positives` is no share
 * @example precisionRecallCurve([{ name: "forest", precision: [0.3, 0.8, 1], recall: [1, 0.6, 0] }], { title: "Six in ten", positives: 0.3 })
 * @see https://scikit-learn.org/stable/modules/model_evaluation.html#precision-recall-f-measure-metrics
 */
export function precisionRecallCurve(
  curves: readonly PrecisionRecallCurve[],
  { positives, ...words }: PrecisionRecallOptions,
): LineFigure {
  const guide = positives === undefined || Number.isNaN(positives) ? undefined : chance(positives);
  return line(curves.map(stairs), {
    ...words,
    xTitle: "recall (share of the positives found)",
    yTitle: "precision (share of the alarms that are right)",
    xDomain: [0, 1],
    yDomain: [0, 1],
    equalAxes: true,
    guide,
  });
}

/** Curves end on the line of chance, so that a rule's name at its end would be in their way. */
function chance(positives: number): Guide {
  if (!(positives >= 0 && positives <= 1))
    throw new RangeError(`precisionRecallCurve needs a share of positives from 0 to 1, got ${positives}.`);
  return { from: [0, positives], to: [1, positives], label: `chance: ${percent(positives)}` };
}

/** A precision holds from its own recall down to the next lower one, as in the average precision. */
function stairs({ name, precision, recall, averagePrecision }: PrecisionRecallCurve): Series {
  const count = recall.length;
  if (precision.length !== count)
    throw new RangeError(
      `precisionRecallCurve needs as many precision as recall, got ${precision.length} and ${count}.`,
    );
  const isFalling = (recall[0] ?? 0) >= (recall[count - 1] ?? 0);
  const order = Array.from({ length: count }, (_, i) => (isFalling ? i : count - 1 - i));
  const corners = order.flatMap((row, i) => {
    const next = order[i + 1];
    const here = { x: recall[row] ?? 0, y: precision[row] ?? 0 };
    return next === undefined ? [here] : [here, { x: recall[next] ?? 0, y: here.y }];
  });
  return {
    name: withScore(name, "average precision", averagePrecision),
    x: corners.map(({ x }) => x),
    y: corners.map(({ y }) => y),
  };
}
