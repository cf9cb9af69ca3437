/**
 * `sort()` without a comparison sorts numbers as if they were words: "10" comes before "9", and "-1" before "-5".
 * Next: what does [9, 10].sort() give?
 */
import { columnOf, type MinMaxScaler } from "../solution.ts";

export { fitStandardScaler, rescale, standardize } from "../solution.ts";

export function fitMinMaxScaler(X: number[][]): MinMaxScaler {
  const columns = X[0].map((_, j) => columnOf(X, j).sort());
  return { min: columns.map((values) => values[0]), max: columns.map((values) => values[values.length - 1]) };
}
