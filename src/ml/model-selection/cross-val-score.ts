import { checkSameLength, shown } from "../check-input.ts";
import { type Matrix, readMatrix } from "../features.ts";
import type { Fold } from "./folds.ts";
import { takeRows } from "./take-rows.ts";

/** What crossValScore needs of an estimator: a classifier, a regressor, or a Pipeline that ends in one. */
export interface Scorable<Target> {
  fit(X: Matrix, y: readonly Target[]): unknown;
  score(X: Matrix, y: readonly Target[]): number;
}

/**
 * The score of each fold's test rows, by an estimator that was made for this fold and saw its train rows only.
 * @param makeEstimator returns a new estimator at each call
 * @throws {TypeError|RangeError} when X is not a table of finite numbers, y does not give it one target a row,
 *   a fold tests on rows that it learns from, or makeEstimator returns one estimator twice
 * @example
 * const make = () => new Pipeline([["scale", new StandardScaler()], ["knn", new KNeighborsClassifier()]]);
 * crossValScore(make, X, y, new StratifiedKFold({ shuffle: true, randomState: 0 }).split(y));
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.cross_val_score.html
 */
export function crossValScore<Target>(
  makeEstimator: () => Scorable<Target>,
  X: Matrix,
  y: readonly Target[],
  folds: readonly Fold[],
): number[] {
  checkSameLength("crossValScore", readMatrix("crossValScore", X).nSamples, y);
  if (folds.length === 0) throw new RangeError("crossValScore needs at least one fold, got none.");
  const estimators = new Set<Scorable<Target>>();
  return folds.map(({ train, test }, fold) => {
    checkApart(train, test, fold);
    const estimator = makeEstimator();
    if (estimators.has(estimator)) {
      throw new TypeError(
        `crossValScore needs a new estimator for each fold, got an earlier one again in fold ${fold}.`,
      );
    }
    estimators.add(estimator);
    estimator.fit(takeRows(X, train), takeRows(y, train));
    return estimator.score(takeRows(X, test), takeRows(y, test));
  });
}

function checkApart(train: readonly number[], test: readonly number[], fold: number): void {
  const learned = new Set(train);
  const both = test.find((row) => learned.has(row));
  if (both !== undefined) {
    throw new RangeError(
      `crossValScore needs folds that test on rows they did not learn from, got row ${shown(both)} in both parts of fold ${fold}.`,
    );
  }
}
