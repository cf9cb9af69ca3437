/**
 * You leave the scaler out. The widest column then decides all distances alone, as in lesson 6.
 * Next: what should happen to the rows before the model sees them?
 */
import { type CrossValidation, type Fold, newModel } from "../solution.ts";

export { kFold, newModel, newScaler, stratifiedKFold, timeSeriesSplit } from "../solution.ts";

export function crossValidate(X: number[][], y: string[], folds: Fold[]): CrossValidation {
  const rowsOf = <T>(values: T[], rows: number[]) => rows.map((i) => values[i]);
  const scores = folds.map(({ train, test }) => {
    const model = newModel().fit(rowsOf(X, train), rowsOf(y, train));
    return model.score(rowsOf(X, test), rowsOf(y, test));
  });
  return summary(scores);
}

function summary(scores: number[]): CrossValidation {
  const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const mean = meanOf(scores);
  return { scores, mean, std: Math.sqrt(meanOf(scores.map((score) => (score - mean) ** 2))) };
}
