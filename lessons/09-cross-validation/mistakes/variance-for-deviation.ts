/**
 * You leave out the square root. The mean squared distance is the variance, in squared units; the deviation is its root.
 * Next: can the scores 0.5 and 1 lie only a sixteenth from their mean?
 */
import { type CrossValidation, type Fold, crossValidate as validate } from "../solution.ts";

export { kFold, newModel, newScaler, stratifiedKFold, timeSeriesSplit } from "../solution.ts";

export function crossValidate(X: number[][], y: string[], folds: Fold[]): CrossValidation {
  const { scores, mean, std } = validate(X, y, folds);
  return { scores, mean, std: std ** 2 };
}
