/**
 * In a column that never varies, min and max are the same number, and you divide by their difference: 0 / 0 is NaN.
 * Next: what could you divide by instead, where the range is 0?
 */
import type { MinMaxScaler } from "../solution.ts";

export { fitMinMaxScaler, fitStandardScaler, standardize } from "../solution.ts";

export function rescale(scaler: MinMaxScaler, X: number[][]): number[][] {
  return X.map((row) => row.map((value, j) => (value - scaler.min[j]) / (scaler.max[j] - scaler.min[j])));
}
