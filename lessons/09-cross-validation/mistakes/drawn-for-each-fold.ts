/**
 * You draw every test by itself, without looking at the ones before. Some rows are tested several times and others never.
 * Next: how often should each row be tested in all? Would one shuffle be enough for all folds?
 */
import { Random } from "groundwork/random";

import type { Fold } from "../solution.ts";

export { crossValidate, newModel, newScaler, stratifiedKFold, timeSeriesSplit } from "../solution.ts";

export function kFold(nRows: number, k: number): Fold[] {
  const rows = Array.from({ length: nRows }, (_, i) => i);
  return Array.from({ length: k }, (_, fold) => {
    const order = new Random(fold).shuffle(rows);
    const nTest = Math.round(nRows / k);
    return { train: order.slice(nTest), test: order.slice(0, nTest) };
  });
}
