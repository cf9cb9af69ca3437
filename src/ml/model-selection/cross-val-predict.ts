import type { Cells } from "../cells.ts";
import { isProbabilistic, type Predictor, type ProbabilisticClassifier } from "../estimator.ts";
import { type Label, sortedClasses } from "../labels.ts";
import { fitFolds } from "./fit-folds.ts";
import type { Fold } from "./folds.ts";

const who = "crossValPredict";

/**
 * For each row the prediction of the one estimator that did not learn from it, `[nSamples]`; or with
 * `method: "predictProba"` its probabilities, `[nSamples, nClasses]`, the classes in ascending order of all of y.
 * An estimator gives 0 to a class that its fold did not show it.
 * @param folds each row tested exactly once
 * @throws {TypeError|RangeError} as crossValidate does, and when a row is tested never or twice
 * @example confusionMatrix(y, crossValPredict(makeEstimator, X, y, new KFold().split(y.length)));
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.cross_val_predict.html
 */
export function crossValPredict<Target>(
  makeEstimator: () => Predictor<Target>,
  X: Cells,
  y: readonly Target[],
  folds: readonly Fold[],
  options?: { method?: "predict" },
): Target[];
export function crossValPredict<Target extends Label>(
  makeEstimator: () => Predictor<Target> & Pick<ProbabilisticClassifier, "predictProba">,
  X: Cells,
  y: readonly Target[],
  folds: readonly Fold[],
  options: { method: "predictProba" },
): number[][];
export function crossValPredict<Target>(
  makeEstimator: () => Predictor<Target>,
  X: Cells,
  y: readonly Target[],
  folds: readonly Fold[],
  { method = "predict" }: { method?: "predict" | "predictProba" } = {},
): (Target | number[])[] {
  checkPartition(folds, y.length);
  // sortedClasses checks itself that these are labels.
  const classes = method === "predictProba" ? sortedClasses(who, y as readonly Label[]) : [];
  const predictions = new Array<Target | number[]>(y.length);
  for (const { estimator, fold, XTest } of fitFolds(who, makeEstimator, X, y, folds)) {
    const ofFold = method === "predict" ? estimator.predict(XTest) : aligned(estimator, XTest, classes);
    for (const [k, row] of fold.test.entries()) predictions[row] = ofFold[k]!;
  }
  return predictions;
}

/** Probabilities with a column for each class of the whole problem, though a fold may lack some. */
function aligned(estimator: object, X: Cells, classes: readonly Label[]): number[][] {
  if (!isProbabilistic(estimator)) {
    throw new TypeError(`${who} needs an estimator with predictProba, got one without.`);
  }
  const columns = classes.map((label) => estimator.classes.indexOf(label));
  return estimator.predictProba(X).map((row) => columns.map((column) => row[column] ?? 0));
}

function checkPartition(folds: readonly Fold[], nSamples: number): void {
  const times = new Array<number>(nSamples).fill(0);
  for (const { test } of folds) for (const row of test) if (row in times) times[row]! += 1;
  const odd = times.findIndex((count) => count !== 1);
  if (odd >= 0) {
    throw new RangeError(`${who} needs folds that test each row once, got row ${odd} ${times[odd]} times.`);
  }
}
