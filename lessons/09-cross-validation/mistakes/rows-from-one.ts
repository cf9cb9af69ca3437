/**
 * You count the rows from 1. Row 0 is never tested, and the last number names a row that isn't there.
 * Next: what are the numbers of the first and the last row of a table of 4?
 */
import { type Fold, kFold as folds } from "../solution.ts";

export { crossValidate, newModel, newScaler, stratifiedKFold, timeSeriesSplit } from "../solution.ts";

export function kFold(nRows: number, k: number): Fold[] {
  const oneMore = (rows: number[]) => rows.map((i) => i + 1);
  return folds(nRows, k).map(({ train, test }) => ({ train: oneMore(train), test: oneMore(test) }));
}
