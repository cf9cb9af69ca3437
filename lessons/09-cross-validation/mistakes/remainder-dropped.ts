/**
 * You round the size of a part down and cut k parts of it. The rows that are left over at the end are never tested, and the
 * score does not know them.
 * Next: of 11 rows in 4 parts, how many does rounding down leave over?
 */
import type { Fold } from "../solution.ts";

export { crossValidate, newModel, newScaler, stratifiedKFold, timeSeriesSplit } from "../solution.ts";

export function kFold(nRows: number, k: number): Fold[] {
  const rows = Array.from({ length: nRows }, (_, i) => i);
  const size = Math.floor(nRows / k);
  return Array.from({ length: k }, (_, fold) => {
    const test = rows.slice(fold * size, (fold + 1) * size);
    return { train: rows.filter((i) => !test.includes(i)), test };
  });
}
