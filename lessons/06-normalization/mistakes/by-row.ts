/**
 * You take the mean and the deviation along each row. That mixes alcohol with proline, which have no common unit; a scaler
 * compares the numbers of one column with each other.
 * Next: how many means should 178 rows of 13 columns give?
 */
import {
  fitStandardScaler as fit,
  fitMinMaxScaler as fitRange,
  type MinMaxScaler,
  type StandardScaler,
} from "../solution.ts";

export { rescale, standardize } from "../solution.ts";

export function fitStandardScaler(X: number[][]): StandardScaler {
  return fit(transposed(X));
}

export function fitMinMaxScaler(X: number[][]): MinMaxScaler {
  return fitRange(transposed(X));
}

function transposed(X: number[][]): number[][] {
  return X[0].map((_, j) => X.map((row) => row[j]));
}
