/**
 * Your folds learn from the small part and are tested on all the others. Each row is tested in every fold but one, by a
 * model that has seen next to nothing.
 * Next: with 100 rows and 5 folds, on how many rows should a model learn?
 */
import { type Fold, kFold as folds } from "../solution.ts";

export { crossValidate, newModel, newScaler, stratifiedKFold, timeSeriesSplit } from "../solution.ts";

export function kFold(nRows: number, k: number): Fold[] {
  return folds(nRows, k).map(({ train, test }) => ({ train: test, test: train }));
}
