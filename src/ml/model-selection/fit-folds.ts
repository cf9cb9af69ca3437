import { type Cells, readShape, takeSamples } from "../cells.ts";
import { checkSameLength, shown } from "../check-input.ts";
import type { Features } from "../features.ts";
import type { Fold } from "./folds.ts";
import { takeRows } from "./take-rows.ts";

/** An estimator that learned from the train rows of a fold, and the rows that it did and did not see. */
export interface FittedFold<Estimator, Target> {
  readonly estimator: Estimator;
  readonly fold: Fold;
  readonly XTrain: Features;
  readonly yTrain: Target[];
  readonly XTest: Features;
  readonly yTest: Target[];
}

/**
 * For each fold, one after the other, a new estimator fitted on its train rows.
 * @param makeEstimator returns a new estimator at each call
 * @throws {TypeError|RangeError} when y does not give X one target a row, there is no fold, a fold tests on rows
 *   that it learns from, or makeEstimator returns one estimator twice
 */
export function* fitFolds<Target, Estimator extends { fit(X: Features, y: readonly Target[]): unknown }>(
  who: string,
  makeEstimator: () => Estimator,
  X: Cells,
  y: readonly Target[],
  folds: readonly Fold[],
): Generator<FittedFold<Estimator, Target>> {
  checkSameLength(who, readShape(who, X).nSamples, y);
  if (folds.length === 0) throw new RangeError(`${who} needs at least one fold, got none.`);
  const estimators = new WeakSet<Estimator>();
  for (const [number, fold] of folds.entries()) {
    checkApart(who, fold, number);
    const estimator = makeEstimator();
    if (estimators.has(estimator)) {
      throw new TypeError(
        `${who} needs a new estimator for each fold, got an earlier one again in fold ${number}.`,
      );
    }
    estimators.add(estimator);
    // Whether its estimators take texts too is for the caller to know, and for them to check.
    const XTrain = takeSamples(X, fold.train) as Features;
    const XTest = takeSamples(X, fold.test) as Features;
    const yTrain = takeRows(y, fold.train);
    estimator.fit(XTrain, yTrain);
    yield { estimator, fold, XTrain, yTrain, XTest, yTest: takeRows(y, fold.test) };
  }
}

function checkApart(who: string, { train, test }: Fold, number: number): void {
  const learned = new Set(train);
  const both = test.find((row) => learned.has(row));
  if (both !== undefined) {
    throw new RangeError(
      `${who} needs folds that test on rows they did not learn from, got row ${shown(both)} in both parts of fold ${number}.`,
    );
  }
}
