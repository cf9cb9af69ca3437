import type { Label } from "../labels.ts";
import { readPairs } from "./label-pairs.ts";

/**
 * The correlation of true and predicted classes, from -1 to 1; 0 for guesses, and where one side has one class only.
 * @throws {TypeError|RangeError} when there are none, the lengths differ, or a label is not a string or finite number
 * @example matthewsCorrcoef([1, 1, 1, -1], [1, -1, 1, 1]) // -0.333…
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.matthews_corrcoef.html
 * @see Gorodkin (2004), Comparing two K-category assignments by a K-category correlation coefficient
 */
export function matthewsCorrcoef<L extends Label>(yTrue: readonly L[], yPred: readonly L[]): number {
  const { actual, predicted, right } = readPairs("matthewsCorrcoef", yTrue, yPred);
  const nSamples = yTrue.length;
  const nRight = right.reduce((sum, count) => sum + count, 0);
  // Covariances of class indicators, each times nSamples².
  const ofBoth = nRight * nSamples - dot(actual, predicted);
  const ofTrue = nSamples ** 2 - dot(actual, actual);
  const ofPredicted = nSamples ** 2 - dot(predicted, predicted);
  if (ofTrue === 0 || ofPredicted === 0) return 0;
  return ofBoth / Math.sqrt(ofTrue) / Math.sqrt(ofPredicted);
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, count, code) => sum + count * right[code]!, 0);
}
