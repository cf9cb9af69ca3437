/**
 * Your search for the smallest and the largest number starts at 0, so 0 counts as if it stood in every column. Where all numbers
 * are positive, or all are negative, one of the two ends is wrong.
 * Next: which number of the column could the search start with?
 */
import { columnOf, type MinMaxScaler } from "../solution.ts";

export { fitStandardScaler, rescale, standardize } from "../solution.ts";

export function fitMinMaxScaler(X: number[][]): MinMaxScaler {
  const columns = X[0].map((_, j) => columnOf(X, j));
  return {
    min: columns.map((values) => Math.min(0, ...values)),
    max: columns.map((values) => Math.max(0, ...values)),
  };
}
