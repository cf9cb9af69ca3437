/**
 * A column that never varies has deviation 0, and you divide by it: 0 / 0 is NaN, and one NaN spoils every distance that
 * it enters.
 * Next: which scale leaves such a column at 0 after its mean is taken away?
 */
import { columnOf, type StandardScaler } from "../solution.ts";

export { fitMinMaxScaler, rescale, standardize } from "../solution.ts";

export function fitStandardScaler(X: number[][]): StandardScaler {
  const columns = X[0].map((_, j) => columnOf(X, j));
  const mean = columns.map(meanOf);
  const scale = columns.map((values, j) => Math.sqrt(meanOf(values.map((value) => (value - mean[j]) ** 2))));
  return { mean, scale };
}

function meanOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
