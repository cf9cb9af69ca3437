/**
 * You score each model on the rows that it has learned from. That measures memory, and no fold is needed for it.
 * Next: which rows of a fold has its model never seen?
 */
import { type CrossValidation, type Fold, newModel, newScaler } from "../solution.ts";

export { kFold, newModel, newScaler, stratifiedKFold, timeSeriesSplit } from "../solution.ts";

export function crossValidate(X: number[][], y: string[], folds: Fold[]): CrossValidation {
  const rowsOf = <T>(values: T[], rows: number[]) => rows.map((i) => values[i]);
  const scores = folds.map(({ train }) => {
    const scaler = newScaler().fit(rowsOf(X, train));
    const model = newModel().fit(scaler.transform(rowsOf(X, train)), rowsOf(y, train));
    return model.score(scaler.transform(rowsOf(X, train)), rowsOf(y, train));
  });
  return summary(scores);
}

function summary(scores: number[]): CrossValidation {
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const mean = meanOf(scores);
  return { scores, mean, std: Math.sqrt(meanOf(scores.map((score) => (score - mean) ** 2))) };
}
