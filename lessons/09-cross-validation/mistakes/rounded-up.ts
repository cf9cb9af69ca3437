/**
 * You round the size of a part up. The first parts take too much, and the last one gets what is left, which can be nothing
 * at all.
 * Next: in which row does the last of 4 parts begin when each takes 2 of 5 rows?
 */
import type { Fold } from "../solution.ts";

export { crossValidate, newModel, newScaler, stratifiedKFold, timeSeriesSplit } from "../solution.ts";

export function kFold(nRows: number, k: number): Fold[] {
  const rows = Array.from({ length: nRows }, (_, i) => i);
  const size = Math.ceil(nRows / k);
  return Array.from({ length: k }, (_, fold) => {
    const test = rows.slice(fold * size, (fold + 1) * size);
    return { train: rows.filter((i) => !test.includes(i)), test };
  });
}
