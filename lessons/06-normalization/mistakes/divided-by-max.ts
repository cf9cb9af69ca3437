/**
 * You divide by the largest value without taking the smallest away first. The smallest then does not become 0, and negative
 * numbers or a far-off zero squeeze all the rest together.
 * Next: what should the smallest number of a column become?
 */
import type { MinMaxScaler } from "../solution.ts";

export { fitMinMaxScaler, fitStandardScaler, standardize } from "../solution.ts";

export function rescale(scaler: MinMaxScaler, X: number[][]): number[][] {
  return X.map((row) => row.map((value, j) => value / (scaler.max[j] || 1)));
}
