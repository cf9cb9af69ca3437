/**
 * Your model learns from all rows and is then scored fold by fold. Each test row has been learned before it is asked about.
 * Next: which rows may the model of the first fold learn from?
 */
import { type CrossValidation, type Fold, newModel, newScaler } from "../solution.ts";

export { kFold, newModel, newScaler, stratifiedKFold, timeSeriesSplit } from "../solution.ts";

export function crossValidate(X: number[][], y: string[], folds: Fold[]): CrossValidation {
  const rowsOf = <T>(values: T[], rows: number[]) => rows.map((i) => values[i]);
  const scores = folds.map(({ train, test }) => {
    const scaler = newScaler().fit(rowsOf(X, train));
    const model = newModel().fit(scaler.transform(X), y);
    return model.score(scaler.transform(rowsOf(X, test)), rowsOf(y, test));
  });
  return summary(scores);
}

function summary(scores: number[]): CrossValidation {
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const mean = meanOf(scores);
  return { scores, mean, std: Math.sqrt(meanOf(scores.map((score) => (score - mean) ** 2))) };
}
