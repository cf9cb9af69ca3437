/**
 * Every fold of yours learns from all rows, those of its own test among them. The model is asked what it has just been
 * told.
 * Next: take the rows of the test away before you call the others train.
 */
import { type Fold, kFold as folds } from "../solution.ts";

export { crossValidate, newModel, newScaler, stratifiedKFold, timeSeriesSplit } from "../solution.ts";

export function kFold(nRows: number, k: number): Fold[] {
  const rows = Array.from({ length: nRows }, (_, i) => i);
  return folds(nRows, k).map(({ test }) => ({ train: rows, test }));
}
