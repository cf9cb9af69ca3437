/**
 * You take the mean away and leave the scale as it is. Every column now lies around 0, but proline still spreads over hundreds and
 * hue over tenths, so the distances are the same as before.
 * Next: by how much does the distance between two wines change when you only move the zero?
 */
import type { StandardScaler } from "../solution.ts";

export { fitMinMaxScaler, fitStandardScaler, rescale } from "../solution.ts";

export function standardize(scaler: StandardScaler, X: number[][]): number[][] {
  return X.map((row) => row.map((value, j) => value - scaler.mean[j]));
}
