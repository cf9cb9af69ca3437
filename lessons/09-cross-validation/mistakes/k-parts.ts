/**
 * You cut the rows into k parts. The first part can only be learned from, since nothing comes before it; so k tests need a
 * part more.
 * Next: how many tests are left when the first of k parts is never one?
 */
import { type Fold, timeSeriesSplit as split } from "../solution.ts";

export { crossValidate, kFold, newModel, newScaler, stratifiedKFold } from "../solution.ts";

export function timeSeriesSplit(nRows: number, k: number): Fold[] {
  return split(nRows, k - 1);
}
