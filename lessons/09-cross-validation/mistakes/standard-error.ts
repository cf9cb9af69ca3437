/**
 * You divide the deviation by the root of the number of folds. That is the standard error of a mean of independent numbers,
 * and another question: not how much the scores differ, but how sure their mean is. The scores of folds are not independent
 * either.
 * Next: for the scores 0.5 and 1, how far is each of them from their mean?
 */
import { type CrossValidation, type Fold, crossValidate as validate } from "../solution.ts";

export { kFold, newModel, newScaler, stratifiedKFold, timeSeriesSplit } from "../solution.ts";

export function crossValidate(X: number[][], y: string[], folds: Fold[]): CrossValidation {
  const { scores, mean, std } = validate(X, y, folds);
  return { scores, mean, std: std / Math.sqrt(scores.length) };
}
