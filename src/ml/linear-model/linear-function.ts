import { linearFunctions } from "../dense-products.ts";
import { type Features, readMatrix } from "../features.ts";
import { type StoredFields, storedNumber, storedNumbers } from "../stored.ts";
import { readTargets } from "../targets.ts";
import { centerTargets, readCentered } from "./centered.ts";
import { leastSquares } from "./least-squares.ts";

/** What a linear regression has learned: a row is worth the sum of its values times `coef`, plus `intercept`. */
export interface LinearFunction {
  /** `[nFeatures]` */
  readonly coef: readonly number[];
  readonly intercept: number;
  /** How many directions of the training rows it was learned from. */
  readonly rank: number;
}

/**
 * The linear function with the smallest sum of squared errors on rows X and targets y, plus alpha times the square of
 * its coefficients.
 * @throws {TypeError|RangeError} when X is not a table of finite numbers, y does not give it one finite number a row,
 *   or they are so large that sums overflow
 */
export function fitLinearFunction(
  who: string,
  X: Features,
  y: readonly number[],
  { alpha, fitIntercept }: { alpha: number; fitIntercept: boolean },
): LinearFunction {
  const { matrix, center } = readCentered(who, X, fitIntercept);
  const targets = centerTargets(who, readTargets(who, matrix.nSamples, y), fitIntercept);
  const { coef, rank } = leastSquares(matrix, targets.values, alpha, fitIntercept);
  const intercept = coef.reduce((rest, value, j) => rest - value * center[j]!, targets.center);
  if (!Number.isFinite(intercept) || !coef.every(Number.isFinite)) {
    throw new RangeError(`${who} needs rows and targets of a smaller magnitude, got some that overflow.`);
  }
  return { coef: Array.from(coef), intercept, rank };
}

/**
 * The function's value for each row of X, `[nSamples]`.
 * @throws {TypeError|RangeError} when X is not a table of finite numbers of the fitted width
 */
export function valuesOf({ coef, intercept }: LinearFunction, who: string, X: Features): number[] {
  return Array.from(linearFunctions(readMatrix(who, X, coef.length), Float64Array.from(coef), [intercept]));
}

/** The function as `toJSON` writes it down. */
export function storedFunction({ coef, intercept, rank }: LinearFunction): object {
  return { coef: storedNumbers(coef), intercept: storedNumber(intercept), rank };
}

/** The function that storedFunction wrote down. */
export function readFunction(learned: StoredFields): LinearFunction {
  return {
    coef: learned.numbers("coef"),
    intercept: learned.number("intercept"),
    rank: learned.number("rank"),
  };
}
