import type { Label } from "../labels.ts";
import { checkScores, positiveLabel } from "./binary-scores.ts";
import { checkProbability, readProbabilities } from "./probabilities.ts";

/**
 * The mean negative logarithm of the probability that each row's true class was given: 0 for perfect certainty,
 * large for certain mistakes. Probabilities keep the machine's epsilon away from 0 and 1.
 * @param yTrue labels, `[nSamples]`
 * @param yProb `[nSamples, nClasses]`, the classes in ascending order; for two classes also `[nSamples]`, the
 *   probabilities of the larger label
 * @param options labels: all classes, where some do not occur in yTrue
 * @throws {TypeError|RangeError} when a probability is not from 0 to 1, a row of them does not add up to 1, there
 *   are fewer than two classes, or not one probability for each
 * @example logLoss([0, 1], [0.1, 0.9]) // 0.105…, which is -log(0.9)
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.log_loss.html
 */
export function logLoss<L extends Label>(
  yTrue: readonly L[],
  yProb: readonly number[] | readonly (readonly number[])[],
  { labels }: { labels?: readonly L[] } = {},
): number {
  const { codes, rows } = readProbabilities("logLoss", yTrue, yProb, labels);
  let loss = 0;
  for (const [i, row] of rows.entries()) {
    const total = row.reduce((sum, value) => sum + inside(value), 0);
    loss -= Math.log(inside(row[codes[i]!]!) / total);
  }
  return loss / rows.length;
}

/**
 * The mean squared distance of the probabilities of the positive class from what came true (1 or 0), from 0 to 1.
 * @param yTrue labels, `[nSamples]`: 0 and 1, or -1 and 1, or any two with `posLabel`
 * @param yProb probabilities of the positive class, `[nSamples]`
 * @throws {TypeError|RangeError} when the lengths differ, a probability is not from 0 to 1, there are more than two
 *   classes, or no label counts as positive
 * @example brierScoreLoss([0, 1], [0.1, 0.7]) // 0.05
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.brier_score_loss.html
 */
export function brierScoreLoss<L extends Label>(
  yTrue: readonly L[],
  yProb: readonly number[],
  { posLabel }: { posLabel?: L } = {},
): number {
  const who = "brierScoreLoss";
  checkScores(who, yTrue, yProb);
  const positive = positiveLabel(who, yTrue, posLabel);
  const nClasses = new Set(yTrue).size;
  if (nClasses > 2) throw new RangeError(`${who} needs two classes, got ${nClasses}.`);
  let sum = 0;
  for (const [i, probability] of yProb.entries()) {
    checkProbability(who, probability, i);
    sum += (probability - Number(yTrue[i] === positive)) ** 2;
  }
  return sum / yProb.length;
}

function inside(probability: number): number {
  return Math.min(Math.max(probability, Number.EPSILON), 1 - Number.EPSILON);
}
