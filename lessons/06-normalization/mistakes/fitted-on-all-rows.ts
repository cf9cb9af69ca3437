/**
 * Your scaler learns from the test rows too: the mean and deviation come from all rows seen so far, not from the training rows
 * alone. No score gives this away; but a test row now moves when other test rows change, and in use there are no
 * other test rows.
 * Next: which rows had you seen on the day you fitted the scaler?
 */
import { standardize as apply, fitStandardScaler as fit, type StandardScaler } from "../solution.ts";

export { fitMinMaxScaler, rescale } from "../solution.ts";

let rowsSeen: number[][] = [];

export function fitStandardScaler(X: number[][]): StandardScaler {
  rowsSeen = X;
  return fit(X);
}

export function standardize(scaler: StandardScaler, X: number[][]): number[][] {
  const isAnotherTable = rowsSeen[0]?.length !== X[0].length;
  return apply(isAnotherTable ? scaler : fit([...rowsSeen, ...X]), X);
}
