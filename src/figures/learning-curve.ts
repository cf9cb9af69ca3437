import { type FoldScores, scoreSeries } from "./fold-scores.ts";
import { type LineFigure, line } from "./line.ts";
import type { Words } from "./spec.ts";

/** What scikit-learn's function of this name gives. */
export interface LearningCurveData extends FoldScores {
  /** Numbers of rows to learn from, `[nSizes]`. */
  readonly trainSizes: ArrayLike<number>;
}

export interface LearningCurveOptions extends Words {
  /** The score; "score" unless given. */
  readonly yTitle?: string | undefined;
}

/**
 * Whether more rows would help: scores on the rows that a model learned from and on rows kept out, by the number of rows.
 *
 * @throws RangeError if there are more or fewer sizes than rows of scores
 * @example learningCurve({ trainSizes: [50, 500], trainScores: [[1, 1], [0.9, 0.92]], testScores: [[0.6, 0.7], [0.84, 0.86]] }, { title: "…" })
 * @see https://scikit-learn.org/stable/modules/learning_curve.html#learning-curve
 */
export function learningCurve(data: LearningCurveData, options: LearningCurveOptions): LineFigure {
  const { series, notes } = scoreSeries(data.trainSizes, data, "learningCurve");
  const { yTitle = "score" } = options;
  return line(series, {
    ...options,
    xTitle: "rows to learn from",
    xScale: "whole",
    yTitle,
    points: true,
    notes,
  });
}
