/**
 * You fit one scaler and one model, in the first fold, and score every fold with them. From the second fold on the test
 * rows are rows that the model has learned.
 * Next: how many models do five folds need?
 */
import { type CrossValidation, type Fold, newModel, newScaler } from "../solution.ts";

export { kFold, newModel, newScaler, stratifiedKFold, timeSeriesSplit } from "../solution.ts";

export function crossValidate(X: number[][], y: string[], folds: Fold[]): CrossValidation {
  const rowsOf = <T>(values: T[], rows: number[]) => rows.map((i) => values[i]);
  const [{ train: first }] = folds;
  const scaler = newScaler().fit(rowsOf(X, first));
  const model = newModel().fit(scaler.transform(rowsOf(X, first)), rowsOf(y, first));
  return summary(folds.map(({ test }) => model.score(scaler.transform(rowsOf(X, test)), rowsOf(y, test))));
}

function summary(scores: number[]): CrossValidation {
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const mean = meanOf(scores);
  return { scores, mean, std: Math.sqrt(meanOf(scores.map((score) => (score - mean) ** 2))) };
}
