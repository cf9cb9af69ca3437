/**
 * You scale all rows once, before they are cut into folds. The scaler then knows the mean of rows that are kept for the
 * test. Whatever learns, a scaler too, has to begin anew in every fold.
 * Next: how many scalers do five folds need, and which rows may each of them see?
 */
import { type CrossValidation, type Fold, newModel, newScaler } from "../solution.ts";

export { kFold, newModel, newScaler, stratifiedKFold, timeSeriesSplit } from "../solution.ts";

export function crossValidate(X: number[][], y: string[], folds: Fold[]): CrossValidation {
  const Z = newScaler().fit(X).transform(X);
  const rowsOf = <T>(values: T[], rows: number[]) => rows.map((i) => values[i]);
  const scores = folds.map(({ train, test }) => {
    const model = newModel().fit(rowsOf(Z, train), rowsOf(y, train));
    return model.score(rowsOf(Z, test), rowsOf(y, test));
  });
  return summary(scores);
}

function summary(scores: number[]): CrossValidation {
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const mean = meanOf(scores);
  return { scores, mean, std: Math.sqrt(meanOf(scores.map((score) => (score - mean) ** 2))) };
}
