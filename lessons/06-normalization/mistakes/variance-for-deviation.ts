/**
 * You divide by the variance, the mean of the squared distances, without its square root. A variance is in squared units: for
 * alcohol in percent it is percent squared, and the scaled column still has a unit.
 * Next: what unit has (value − mean) / scale when scale is a variance?
 */
import { fitStandardScaler as fit, type StandardScaler } from "../solution.ts";

export { fitMinMaxScaler, rescale, standardize } from "../solution.ts";

export function fitStandardScaler(X: number[][]): StandardScaler {
  const { mean, scale } = fit(X);
  return { mean, scale: scale.map((deviation) => deviation ** 2) };
}
