import type { Label } from "../labels.ts";
import { checkPairs, occurringLabels, readPairs } from "./label-pairs.ts";

/**
 * The share of predictions that are right, from 0 to 1.
 * @throws {TypeError|RangeError} when there are none, the lengths differ, or a label is not a string or finite number
 * @example accuracyScore(["a", "b", "b", "a"], ["a", "b", "a", "a"]) // 0.75
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.accuracy_score.html
 */
export function accuracyScore<L extends Label>(yTrue: readonly L[], yPred: readonly L[]): number {
  checkPairs("accuracyScore", yTrue, yPred);
  occurringLabels("accuracyScore", yTrue, yPred);
  let right = 0;
  for (let i = 0; i < yTrue.length; i++) if (yTrue[i] === yPred[i]) right += 1;
  return right / yTrue.length;
}

/**
 * The mean over the classes of the share of their rows that are right, so that rare classes count as much as
 * others. With `adjusted`, guessing gives 0 and being always right 1.
 * @throws {TypeError|RangeError} as accuracyScore does, and when adjusted is asked of one class
 * @example balancedAccuracyScore([0, 0, 0, 1], [0, 0, 0, 0]) // 0.5: all of one class, none of the other
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.balanced_accuracy_score.html
 */
export function balancedAccuracyScore<L extends Label>(
  yTrue: readonly L[],
  yPred: readonly L[],
  { adjusted = false }: { adjusted?: boolean } = {},
): number {
  const { actual, right } = readPairs("balancedAccuracyScore", yTrue, yPred);
  const recalls = actual.flatMap((count, code) => (count === 0 ? [] : [right[code]! / count]));
  const score = recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
  if (!adjusted) return score;
  if (recalls.length < 2) {
    throw new RangeError("balancedAccuracyScore needs rows of two classes to be adjusted, got one class.");
  }
  const chance = 1 / recalls.length;
  return (score - chance) / (1 - chance);
}
