/**
 * You give all rows that are left over to the last part. It can become nearly twice as large as the others, and its fold
 * learns from fewer rows than they do.
 * Next: of 11 rows in 4 parts, three are left over. How could every part get at most one of them?
 */
import type { Fold } from "../solution.ts";

export { crossValidate, newModel, newScaler, stratifiedKFold, timeSeriesSplit } from "../solution.ts";

export function kFold(nRows: number, k: number): Fold[] {
  const rows = Array.from({ length: nRows }, (_, i) => i);
  const size = Math.floor(nRows / k);
  return Array.from({ length: k }, (_, fold) => {
    const test = rows.slice(fold * size, fold === k - 1 ? nRows : (fold + 1) * size);
    return { train: rows.filter((i) => !test.includes(i)), test };
  });
}
