/**
 * What the estimators of this library have in common, as far as others build on it.
 *
 * An estimator stores its options in the constructor and checks them in `fit`, which forgets what an earlier fit
 * learned and returns the estimator. Where several like ones are needed (one for each fold, one for each point of a
 * grid), nothing is cloned: the caller passes a function that makes them. So an estimator needs no list of its
 * parameters, and the options of a step inside a pipeline are named and typed where that step is made:
 *
 *     crossValidate(() => new Ridge({ alpha: 2 }), X, y, folds);
 *     new GridSearchCV(({ alpha }) => new Pipeline([["scale", new StandardScaler()], ["ridge", new Ridge({ alpha })]]),
 *       { alpha: [0.1, 1, 10] }, { folds });
 *
 * What an estimator is, it can write down and be read from: `toJSON()` gives a StoredEstimator, plain data for
 * JSON.stringify, and the class's `static fromJSON(json: unknown)` checks it and gives back an estimator that
 * predicts the same. src/ml/stored.ts holds the words for both.
 */
import type { Cells } from "./cells.ts";
import type { Label } from "./labels.ts";

/** What `toJSON` of every estimator gives: its class, its options, and what fit learned (null before fit). */
export interface StoredEstimator {
  readonly estimator: string;
  readonly options: object;
  readonly learned: object | null;
}

/** Learns from rows how to change rows: a scaler, an encoder. */
export interface Transformer<Target = unknown> {
  fit(X: Cells, y: readonly Target[]): unknown;
  transform(X: Cells): Cells;
}

/** A classifier or a regressor, or a Pipeline that ends in one. */
export interface Predictor<Target> {
  fit(X: Cells, y: readonly Target[]): unknown;
  predict(X: Cells): Target[];
  /** The accuracy of a classifier, the R² of a regressor. */
  score(X: Cells, y: readonly Target[]): number;
}

/** A predictor of labels that says how likely it holds each one. */
export interface ProbabilisticClassifier<L extends Label = Label> extends Predictor<L> {
  /** The distinct labels in ascending order. Set by fit. */
  readonly classes: readonly L[];
  /** `[nSamples, nClasses]`, in the order of `classes`; each row adds up to 1. */
  predictProba(X: Cells): number[][];
}

/** Whether an estimator says how likely it holds each label. */
export function isProbabilistic(estimator: object): estimator is ProbabilisticClassifier {
  return "predictProba" in estimator && "classes" in estimator;
}
