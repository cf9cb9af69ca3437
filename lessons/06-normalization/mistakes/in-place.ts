/**
 * You write the scaled numbers into the rows that you were given. Whoever called you still holds those rows, and finds them changed:
 * scaling twice, or comparing with the raw data, now goes wrong without a message.
 * Next: which array method makes a new row instead?
 */
import { standardize as apply, type MinMaxScaler, type StandardScaler, rescale as use } from "../solution.ts";

export { fitMinMaxScaler, fitStandardScaler } from "../solution.ts";

export function standardize(scaler: StandardScaler, X: number[][]): number[][] {
  return writeInto(X, apply(scaler, X));
}

export function rescale(scaler: MinMaxScaler, X: number[][]): number[][] {
  return writeInto(X, use(scaler, X));
}

function writeInto(X: number[][], scaled: number[][]): number[][] {
  for (const [i, row] of scaled.entries()) X[i] = row;
  return X;
}
