/**
 * You divide by the range, largest minus smallest. That is the other scaler's measure: two extreme rows decide it, while the
 * standard deviation asks all rows.
 * Next: what happens to the range, and what to the deviation, when one number is a typing error?
 */
import {
  fitStandardScaler as fitDeviation,
  fitMinMaxScaler as fitRange,
  type StandardScaler,
} from "../solution.ts";

export { fitMinMaxScaler, rescale, standardize } from "../solution.ts";

export function fitStandardScaler(X: number[][]): StandardScaler {
  const { min, max } = fitRange(X);
  return { mean: fitDeviation(X).mean, scale: max.map((value, j) => value - min[j] || 1) };
}
