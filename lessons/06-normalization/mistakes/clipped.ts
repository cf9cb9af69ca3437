/**
 * You cut off what lies outside 0 to 1. A new value beyond the training range then looks like the largest one ever seen, and the
 * model never learns that it met something new.
 * Next: which two different wines would become the same number?
 */
import { type MinMaxScaler, rescale as use } from "../solution.ts";

export { fitMinMaxScaler, fitStandardScaler, standardize } from "../solution.ts";

export function rescale(scaler: MinMaxScaler, X: number[][]): number[][] {
  return use(scaler, X).map((row) => row.map((value) => Math.min(1, Math.max(0, value))));
}
