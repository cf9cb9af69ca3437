import { type FoldScores, scoreSeries } from "./fold-scores.ts";
import { type LineFigure, line } from "./line.ts";
import type { Words } from "./spec.ts";

export interface ValidationCurveData extends FoldScores {
  /** The values of one parameter, `[nValues]`. */
  readonly values: ArrayLike<number>;
}

export interface ValidationCurveOptions extends Words {
  /** The parameter, with its unit. */
  readonly xTitle: string;
  /** The score; "score" unless given. */
  readonly yTitle?: string | undefined;
  readonly xScale?: "linear" | "log" | undefined;
  /** The value that was chosen; a rule marks it. */
  readonly chosen?: number | undefined;
}

/**
 * Where a parameter makes a model too stiff or too loose: scores on the rows that it learned from and on rows kept out, by
 * the parameter's value.
 *
 * @throws RangeError if there are more or fewer values than rows of scores
 * @example validationCurve({ values: [1, 5], trainScores: [[1], [0.9]], testScores: [[0.7], [0.8]] }, { title: "…", xTitle: "neighbours", chosen: 5 })
 * @see https://scikit-learn.org/stable/modules/learning_curve.html#validation-curve
 */
export function validationCurve(
  data: ValidationCurveData,
  { yTitle = "score", xScale, chosen, ...options }: ValidationCurveOptions,
): LineFigure {
  const { series, notes } = scoreSeries(data.values, data, "validationCurve");
  const marks = chosen === undefined ? [] : [{ x: chosen, label: "chosen" }];
  const plain = Array.from(data.values).every(Number.isInteger) ? "whole" : "linear";
  return line(series, {
    ...options,
    xScale: xScale === "log" ? "log" : plain,
    yTitle,
    points: true,
    marks,
    notes,
  });
}
