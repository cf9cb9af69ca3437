import { shown } from "../check-input.ts";

/**
 * The mean distance of predictions from targets, in the unit of the targets.
 * @throws {TypeError|RangeError} when there are none, the lengths differ, or one is not a finite number
 * @example meanAbsoluteError([3, -0.5, 2, 7], [2.5, 0, 2, 8]) // 0.5
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.mean_absolute_error.html
 */
export function meanAbsoluteError(yTrue: readonly number[], yPred: readonly number[]): number {
  checkTargets("meanAbsoluteError", yTrue, yPred);
  return yTrue.reduce((sum, target, i) => sum + Math.abs(target - yPred[i]!), 0) / yTrue.length;
}

/**
 * The mean squared distance of predictions from targets; with `squared: false` its root.
 * @throws {TypeError|RangeError} when there are none, the lengths differ, or one is not a finite number
 * @example meanSquaredError([3, -0.5, 2, 7], [2.5, 0, 2, 8]) // 0.375
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.mean_squared_error.html
 */
export function meanSquaredError(
  yTrue: readonly number[],
  yPred: readonly number[],
  { squared = true }: { squared?: boolean } = {},
): number {
  checkTargets("meanSquaredError", yTrue, yPred);
  const mean = sumOfSquares(yTrue, (i) => yPred[i]!) / yTrue.length;
  return squared ? mean : Math.sqrt(mean);
}

/**
 * The root of the mean squared distance of predictions from targets, in the unit of the targets.
 * @throws {TypeError|RangeError} when there are none, the lengths differ, or one is not a finite number
 * @example rootMeanSquaredError([0, 0], [3, 4]) // 3.535…
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.root_mean_squared_error.html
 */
export function rootMeanSquaredError(yTrue: readonly number[], yPred: readonly number[]): number {
  checkTargets("rootMeanSquaredError", yTrue, yPred);
  return Math.sqrt(sumOfSquares(yTrue, (i) => yPred[i]!) / yTrue.length);
}

/**
 * The share of the targets' variance that the predictions explain: 1 is perfect, 0 as good as their mean, below 0
 * worse. Of targets without variance, perfect predictions get 1 and all others 0.
 * @throws {TypeError|RangeError} when there are fewer than two, the lengths differ, or one is not a finite number
 * @example r2Score([3, -0.5, 2, 7], [2.5, 0, 2, 8]) // 0.948…
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.r2_score.html
 */
export function r2Score(yTrue: readonly number[], yPred: readonly number[]): number {
  checkTargets("r2Score", yTrue, yPred);
  if (yTrue.length < 2) throw new RangeError("r2Score needs two targets or more, got one.");
  const unexplained = sumOfSquares(yTrue, (i) => yPred[i]!);
  if (unexplained === 0) return 1;
  // Compared and not subtracted: the mean of three times 0.1 is not 0.1.
  if (yTrue.every((target) => target === yTrue[0])) return 0;
  const mean = yTrue.reduce((sum, target) => sum + target, 0) / yTrue.length;
  return 1 - unexplained / sumOfSquares(yTrue, () => mean);
}

function sumOfSquares(targets: readonly number[], otherAt: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < targets.length; i++) sum += (targets[i]! - otherAt(i)) ** 2;
  return sum;
}

function checkTargets(who: string, yTrue: readonly number[], yPred: readonly number[]): void {
  if (!Array.isArray(yTrue) || !Array.isArray(yPred)) {
    throw new TypeError(`${who} needs two arrays of numbers, got ${shown(yTrue)} and ${shown(yPred)}.`);
  }
  if (yTrue.length !== yPred.length) {
    throw new RangeError(
      `${who} needs one prediction for each target, got ${yTrue.length} targets and ${yPred.length} predictions.`,
    );
  }
  if (yTrue.length === 0) throw new RangeError(`${who} needs at least one target, got none.`);
  for (const values of [yTrue, yPred]) {
    for (let i = 0; i < values.length; i++) {
      if (Number.isFinite(values[i])) continue;
      throw new RangeError(`${who} needs finite numbers, got ${shown(values[i])} at index ${i}.`);
    }
  }
}
