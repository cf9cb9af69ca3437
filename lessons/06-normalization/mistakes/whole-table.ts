/**
 * You take one mean and one deviation over the whole table. The widest column then decides both, and all columns keep the
 * proportions they had.
 * Next: how many means does a table of thirteen columns need?
 */
import { fitStandardScaler as fitColumns, type StandardScaler } from "../solution.ts";

export { fitMinMaxScaler, rescale, standardize } from "../solution.ts";

export function fitStandardScaler(X: number[][]): StandardScaler {
  const { mean, scale } = fitColumns(X.flat().map((value) => [value]));
  return { mean: X[0].map(() => mean[0]), scale: X[0].map(() => scale[0]) };
}
