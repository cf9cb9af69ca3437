/**
 * You fit a second scaler on the test rows. The same row then gets one number in training and another in the test, and the
 * model is asked about rows it cannot place.
 * Next: which scaler would you use if the test were a single row?
 */
import { type CrossValidation, type Fold, newModel, newScaler } from "../solution.ts";

export { kFold, newModel, newScaler, stratifiedKFold, timeSeriesSplit } from "../solution.ts";

export function crossValidate(X: number[][], y: string[], folds: Fold[]): CrossValidation {
  const rowsOf = <T>(values: T[], rows: number[]) => rows.map((i) => values[i]);
  const scores = folds.map(({ train, test }) => {
    const scaled = (rows: number[]) => newScaler().fit(rowsOf(X, rows)).transform(rowsOf(X, rows));
    const model = newModel().fit(scaled(train), rowsOf(y, train));
    return model.score(scaled(test), rowsOf(y, test));
  });
  return summary(scores);
}

function summary(scores: number[]): CrossValidation {
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const mean = meanOf(scores);
  return { scores, mean, std: Math.sqrt(meanOf(scores.map((score) => (score - mean) ** 2))) };
}
