/**
 * You divide by n − 1. That estimates the spread of a larger population from a sample of it; a scaler only describes the rows it
 * was given, so it divides by n.
 * Next: which n makes the scaled column's own deviation exactly 1?
 */
import { columnOf, type StandardScaler } from "../solution.ts";

export { fitMinMaxScaler, rescale, standardize } from "../solution.ts";

export function fitStandardScaler(X: number[][]): StandardScaler {
  const columns = X[0].map((_, j) => columnOf(X, j));
  const mean = columns.map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  const scale = columns.map((values, j) => {
    const squares = values.reduce((sum, value) => sum + (value - mean[j]) ** 2, 0);
    return squares === 0 ? 1 : Math.sqrt(squares / (values.length - 1));
  });
  return { mean, scale };
}
