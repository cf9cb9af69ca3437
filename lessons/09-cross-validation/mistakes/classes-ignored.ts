/**
 * You cut the rows as they come, and do not look at the labels. In a table that is sorted by class a fold is then tested on
 * a class that it has never seen.
 * Next: with the labels a, a, b, b and two folds, what has the first fold learned about a?
 */
import { type Fold, kFold } from "../solution.ts";

export { crossValidate, kFold, newModel, newScaler, timeSeriesSplit } from "../solution.ts";

export function stratifiedKFold(labels: string[], k: number): Fold[] {
  return kFold(labels.length, k);
}
