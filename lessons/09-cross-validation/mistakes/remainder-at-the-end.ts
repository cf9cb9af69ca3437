/**
 * You count the parts from the first row, so the rows that are left over stand at the end and are never used. They are the
 * newest ones, and so the ones most like tomorrow.
 * Next: for 11 rows and k = 3, where does the last test have to begin to end with the last row?
 */
import { type Fold, timeSeriesSplit as split } from "../solution.ts";

export { crossValidate, kFold, newModel, newScaler, stratifiedKFold } from "../solution.ts";

export function timeSeriesSplit(nRows: number, k: number): Fold[] {
  const size = Math.floor(nRows / (k + 1));
  const surplus = nRows - size * (k + 1);
  return split(nRows - surplus, k);
}
