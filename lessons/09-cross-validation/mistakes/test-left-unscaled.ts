/**
 * You scale the training rows and leave the test rows as they are. The model compares two kinds of numbers, and nearly all
 * test rows lie far from everything that it knows.
 * Next: through which steps did a training row go before the model saw it?
 */
import { type CrossValidation, type Fold, newModel, newScaler } from "../solution.ts";

export { kFold, newModel, newScaler, stratifiedKFold, timeSeriesSplit } from "../solution.ts";

export function crossValidate(X: number[][], y: string[], folds: Fold[]): CrossValidation {
  const rowsOf = <T>(values: T[], rows: number[]) => rows.map((i) => values[i]);
  const scores = folds.map(({ train, test }) => {
    const scaler = newScaler().fit(rowsOf(X, train));
    const model = newModel().fit(scaler.transform(rowsOf(X, train)), rowsOf(y, train));
    return model.score(rowsOf(X, test), rowsOf(y, test));
  });
  return summary(scores);
}

function summary(scores: number[]): CrossValidation {
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const mean = meanOf(scores);
  return { scores, mean, std: Math.sqrt(meanOf(scores.map((score) => (score - mean) ** 2))) };
}
