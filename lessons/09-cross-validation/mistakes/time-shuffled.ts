/**
 * You shuffle the rows before you cut them. The model learns from days that come after those it is asked about, which it
 * never can once it is in use.
 * Next: which rows can a model know on the day before the first day of its test?
 */
import { Random } from "groundwork/random";

import { type Fold, timeSeriesSplit as split } from "../solution.ts";

export { crossValidate, kFold, newModel, newScaler, stratifiedKFold } from "../solution.ts";

export function timeSeriesSplit(nRows: number, k: number): Fold[] {
  const order = new Random(0).shuffle(Array.from({ length: nRows }, (_, i) => i));
  const named = (rows: number[]) => rows.map((i) => order[i]);
  return split(nRows, k).map(({ train, test }) => ({ train: named(train), test: named(test) }));
}
