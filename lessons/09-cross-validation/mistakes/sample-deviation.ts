/**
 * You divide by one less than the number of folds. That estimates the spread of scores that you have not seen from a few
 * that you have; here the deviation only describes these scores, as in lesson 6.
 * Next: for the scores 0.5 and 1, how far is each of them from their mean?
 */
import { type CrossValidation, type Fold, crossValidate as validate } from "../solution.ts";

export { kFold, newModel, newScaler, stratifiedKFold, timeSeriesSplit } from "../solution.ts";

export function crossValidate(X: number[][], y: string[], folds: Fold[]): CrossValidation {
  const { scores, mean, std } = validate(X, y, folds);
  return { scores, mean, std: std * Math.sqrt(scores.length / (scores.length - 1)) };
}
