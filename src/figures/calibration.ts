import { extentOf } from "./extent.ts";
import { type LineFigure, line } from "./line.ts";
import { formatNumber } from "./numbers.ts";
import type { Words } from "./spec.ts";
import type { Series } from "./trace.ts";

/** A model's probabilities in bins, from the lowest to the highest: what it said, and what came. */
export interface CalibrationCurve {
  readonly name: string;
  /** The mean probability in each bin, as predicted. */
  readonly predicted: ArrayLike<number>;
  /** The share of positives among the rows of each bin. */
  readonly observed: ArrayLike<number>;
  /** How many rows each bin holds; an empty bin is not drawn. */
  readonly count?: ArrayLike<number> | undefined;
}

/**
 * Whether probabilities can be taken at their word: of rows given 30%, do 30% turn out positive? One model or several,
 * over the diagonal on which that is so.
 *
 * @throws RangeError if the columns of a curve have different lengths, or if a name comes twice
 * @example calibration([{ name: "bayes", predicted: [0.1, 0.9], observed: [0.3, 0.7] }], { title: "Too sure of itself" })
 * @see https://scikit-learn.org/stable/modules/calibration.html
 */
export function calibration(curves: readonly CalibrationCurve[], options: Words): LineFigure {
  return line(curves.map(withoutEmptyBins), {
    ...options,
    xTitle: "predicted probability (mean of a bin)",
    yTitle: "observed share of positives",
    xDomain: [0, 1],
    yDomain: [0, 1],
    equalAxes: true,
    points: true,
    guide: { from: [0, 0], to: [1, 1], label: "as predicted" },
    notes: countNotes(curves),
  });
}

function withoutEmptyBins({ name, predicted, observed, count }: CalibrationCurve): Series {
  for (const [column, values] of Object.entries({ observed, count })) {
    if (values !== undefined && values.length !== predicted.length)
      throw new RangeError(
        `calibration needs as many ${column} as predicted, got ${values.length} and ${predicted.length}.`,
      );
  }
  const filled = Array.from(predicted, (_, bin) => bin).filter((bin) => count?.[bin] !== 0);
  return {
    name,
    x: filled.map((bin) => predicted[bin] ?? Number.NaN),
    y: filled.map((bin) => observed[bin] ?? Number.NaN),
  };
}

/** A bin of few rows says little, so the reader is told of the smallest. */
function countNotes(curves: readonly CalibrationCurve[]): string[] {
  const counts = curves.flatMap(({ count }) => Array.from(count ?? [])).filter((count) => count > 0);
  if (counts.length === 0) return [];
  const [least, most] = extentOf(counts).map((count) => formatNumber(count));
  return [
    least === most ? `Each point stands for ${least} rows.` : `A point stands for ${least} to ${most} rows.`,
  ];
}
