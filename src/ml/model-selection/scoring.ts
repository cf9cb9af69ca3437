import { shown } from "../check-input.ts";
import { isProbabilistic, type Predictor, type ProbabilisticClassifier } from "../estimator.ts";
import type { Features } from "../features.ts";
import type { Label } from "../labels.ts";
import * as metrics from "../metrics.ts";

/** What can be fitted and says itself how well it does: the least that cross-validation needs. */
export interface Scorable<Target> {
  fit(X: Features, y: readonly Target[]): unknown;
  score(X: Features, y: readonly Target[]): number;
}

/** How well a fitted estimator does on rows and their targets; larger is better. */
export type Scorer<Target, Estimator = Predictor<Target>> = (
  estimator: Estimator,
  X: Features,
  y: readonly Target[],
) => number;

/** Scores by name; those that are losses are taken negative, so that larger is better. */
export type ScoringName = keyof typeof scorers;

/** A score by its name, or a function that computes one. */
export type Scoring<Target, Estimator = Predictor<Target>> = ScoringName | Scorer<Target, Estimator>;

const scorers = {
  accuracy: ofLabels(metrics.accuracyScore),
  balancedAccuracy: ofLabels(metrics.balancedAccuracyScore),
  matthewsCorrcoef: ofLabels(metrics.matthewsCorrcoef),
  precision: ofLabels(metrics.precisionScore),
  precisionMicro: ofLabels((y, predicted) => metrics.precisionScore(y, predicted, { average: "micro" })),
  precisionMacro: ofLabels((y, predicted) => metrics.precisionScore(y, predicted, { average: "macro" })),
  precisionWeighted: ofLabels((y, predicted) =>
    metrics.precisionScore(y, predicted, { average: "weighted" }),
  ),
  recall: ofLabels(metrics.recallScore),
  recallMicro: ofLabels((y, predicted) => metrics.recallScore(y, predicted, { average: "micro" })),
  recallMacro: ofLabels((y, predicted) => metrics.recallScore(y, predicted, { average: "macro" })),
  recallWeighted: ofLabels((y, predicted) => metrics.recallScore(y, predicted, { average: "weighted" })),
  f1: ofLabels(metrics.f1Score),
  f1Micro: ofLabels((y, predicted) => metrics.f1Score(y, predicted, { average: "micro" })),
  f1Macro: ofLabels((y, predicted) => metrics.f1Score(y, predicted, { average: "macro" })),
  f1Weighted: ofLabels((y, predicted) => metrics.f1Score(y, predicted, { average: "weighted" })),
  negLogLoss: ofProbabilities((y, rows, labels) => -metrics.logLoss(y, rows, { labels })),
  negBrierScore: ofPositive((y, scores, posLabel) => -metrics.brierScoreLoss(y, scores, { posLabel })),
  rocAuc: ofPositive((y, scores) => metrics.rocAucScore(y, scores)),
  rocAucOvr: ofProbabilities((y, rows, labels) =>
    metrics.rocAucScore(y, rows, { multiClass: "ovr", labels }),
  ),
  rocAucOvo: ofProbabilities((y, rows, labels) =>
    metrics.rocAucScore(y, rows, { multiClass: "ovo", labels }),
  ),
  averagePrecision: ofPositive((y, scores, posLabel) =>
    metrics.averagePrecisionScore(y, scores, { posLabel }),
  ),
  r2: ofNumbers(metrics.r2Score),
  negMeanAbsoluteError: ofNumbers((y, predicted) => -metrics.meanAbsoluteError(y, predicted)),
  negMeanSquaredError: ofNumbers((y, predicted) => -metrics.meanSquaredError(y, predicted)),
  negRootMeanSquaredError: ofNumbers((y, predicted) => -metrics.rootMeanSquaredError(y, predicted)),
};

/**
 * The function behind a scoring: itself, the one of that name, or without any the estimator's own score.
 * @throws {RangeError} when no score has that name
 */
export function scorerOf<Target, Estimator extends Scorable<Target>>(
  who: string,
  scoring: Scoring<Target, Estimator> | undefined,
): Scorer<Target, Estimator> {
  if (scoring === undefined) return (estimator, X, y) => estimator.score(X, y);
  if (typeof scoring === "function") return scoring;
  if (!Object.hasOwn(scorers, scoring)) {
    throw new RangeError(
      `${who} needs a function or one of ${Object.keys(scorers).join(", ")} as scoring, got ${shown(scoring)}.`,
    );
  }
  // The metric behind a name checks itself that targets and predictions are of its kind.
  return scorers[scoring] as Scorer<unknown, unknown>;
}

function ofLabels(metric: (y: readonly Label[], predicted: readonly Label[]) => number): Scorer<Label> {
  return (estimator, X, y) => metric(y, estimator.predict(X));
}

function ofNumbers(metric: (y: readonly number[], predicted: readonly number[]) => number): Scorer<number> {
  return (estimator, X, y) => metric(y, estimator.predict(X));
}

function ofProbabilities(
  metric: (y: readonly Label[], rows: readonly number[][], classes: readonly Label[]) => number,
): Scorer<Label, ProbabilisticClassifier> {
  return (estimator, X, y) => metric(y, probabilitiesOf(estimator, X), estimator.classes);
}

/** A metric of the larger of two classes and its probabilities. */
function ofPositive(
  metric: (y: readonly Label[], scores: readonly number[], positive: Label) => number,
): Scorer<Label, ProbabilisticClassifier> {
  return (estimator, X, y) => {
    const rows = probabilitiesOf(estimator, X);
    const positive = estimator.classes[1];
    if (positive !== undefined && estimator.classes.length === 2) {
      return metric(
        y,
        rows.map((row) => row[1]!),
        positive,
      );
    }
    throw new RangeError(
      `A score of two classes needs an estimator that learned two, got ${estimator.classes.length}.`,
    );
  };
}

function probabilitiesOf(estimator: object, X: Features): number[][] {
  if (isProbabilistic(estimator)) return estimator.predictProba(X);
  throw new TypeError("A score of probabilities needs an estimator with predictProba, got one without.");
}
