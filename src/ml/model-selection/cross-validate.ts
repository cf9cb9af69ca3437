import type { Cells } from "../cells.ts";
import { fitFolds } from "./fit-folds.ts";
import type { Fold } from "./folds.ts";
import { type Scorable, type Scoring, scorerOf } from "./scoring.ts";

/** Which scores to compute, by names of the caller's choice (the estimator's own, named score), and what to keep. */
export interface CrossValidateOptions<Target, Estimator, Name extends string> {
  scoring?: Readonly<Record<Name, Scoring<Target, Estimator>>>;
  returnTrainScore?: boolean;
  returnEstimator?: boolean;
}

/** Scores of each fold, `[nFolds]` each; those of the train rows, and the estimators, if they were asked for. */
export interface CrossValidation<Estimator, Name extends string> {
  testScores: Record<Name, number[]>;
  trainScores?: Record<Name, number[]>;
  estimators?: Estimator[];
}

/**
 * Several scores of each fold's test rows, by an estimator that was made for this fold and saw its train rows only.
 * @param makeEstimator returns a new estimator at each call
 * @throws {TypeError|RangeError} when y does not give X one target a row, there is no fold, a fold tests on rows
 *   that it learns from, makeEstimator returns one estimator twice, or no score has the name that is asked for
 * @example
 * const scoring = { accuracy: "accuracy", f1: "f1Macro" } as const;
 * crossValidate(makeEstimator, X, y, folds, { scoring }).testScores.f1;
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.cross_validate.html
 */
export function crossValidate<Target, Estimator extends Scorable<Target>, Name extends string = "score">(
  makeEstimator: () => Estimator,
  X: Cells,
  y: readonly Target[],
  folds: readonly Fold[],
  options: CrossValidateOptions<Target, Estimator, Name> = {},
): CrossValidation<Estimator, Name> {
  const who = "crossValidate";
  const named: Partial<Record<string, Scoring<Target, Estimator>>> = options.scoring ?? { score: undefined };
  const names = Object.keys(named) as Name[];
  const scorers = names.map((name) => scorerOf(who, named[name]));
  const testScores: number[][] = names.map(() => []);
  const trainScores: number[][] = names.map(() => []);
  const estimators: Estimator[] = [];
  for (const { estimator, XTrain, yTrain, XTest, yTest } of fitFolds(who, makeEstimator, X, y, folds)) {
    for (const [k, scorer] of scorers.entries()) {
      testScores[k]!.push(scorer(estimator, XTest, yTest));
      if (options.returnTrainScore) trainScores[k]!.push(scorer(estimator, XTrain, yTrain));
    }
    if (options.returnEstimator) estimators.push(estimator);
  }
  const byName = (scores: number[][]) =>
    Object.fromEntries(names.map((name, k) => [name, scores[k]!])) as Record<Name, number[]>;
  return {
    testScores: byName(testScores),
    ...(options.returnTrainScore && { trainScores: byName(trainScores) }),
    ...(options.returnEstimator && { estimators }),
  };
}

/**
 * The score of each fold's test rows, by an estimator that was made for this fold and saw its train rows only.
 * @param makeEstimator returns a new estimator at each call
 * @throws {TypeError|RangeError} when y does not give X one target a row, there is no fold, a fold tests on rows
 *   that it learns from, or makeEstimator returns one estimator twice
 * @example
 * const make = () => new Pipeline([["scale", new StandardScaler()], ["knn", new KNeighborsClassifier()]]);
 * crossValScore(make, X, y, new StratifiedKFold({ shuffle: true, randomState: 0 }).split(y));
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.cross_val_score.html
 */
export function crossValScore<Target, Estimator extends Scorable<Target> = Scorable<Target>>(
  makeEstimator: () => Estimator,
  X: Cells,
  y: readonly Target[],
  folds: readonly Fold[],
  { scoring }: { scoring?: Scoring<Target, Estimator> } = {},
): number[] {
  const scorer = scorerOf("crossValScore", scoring);
  return Array.from(fitFolds("crossValScore", makeEstimator, X, y, folds), ({ estimator, XTest, yTest }) =>
    scorer(estimator, XTest, yTest),
  );
}
