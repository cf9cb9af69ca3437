/**
 * You take k for the number of rows in a part. It is the number of parts.
 * Next: how many folds did you make of 10 rows with k = 3?
 */
import { type Fold, kFold as folds } from "../solution.ts";

export { crossValidate, newModel, newScaler, stratifiedKFold, timeSeriesSplit } from "../solution.ts";

export function kFold(nRows: number, k: number): Fold[] {
  return folds(nRows, Math.ceil(nRows / k));
}
