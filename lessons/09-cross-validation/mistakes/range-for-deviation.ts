/**
 * You give the distance from the lowest score to the highest. Two folds decide it alone, and it grows with the number of
 * folds.
 * Next: for the scores 0.5 and 1, how far is each of them from their mean?
 */
import { type CrossValidation, type Fold, crossValidate as validate } from "../solution.ts";

export { kFold, newModel, newScaler, stratifiedKFold, timeSeriesSplit } from "../solution.ts";

export function crossValidate(X: number[][], y: string[], folds: Fold[]): CrossValidation {
  const { scores, mean } = validate(X, y, folds);
  return { scores, mean, std: Math.max(...scores) - Math.min(...scores) };
}
