import { shown } from "../check-input.ts";
import type { Label } from "../labels.ts";
import { readPairs } from "./label-pairs.ts";

/** Which classes to count, in which order (all, ascending), and of what to take shares instead of counts (nothing). */
export interface ConfusionOptions<L extends Label> {
  labels?: readonly L[];
  normalize?: "true" | "pred" | "all";
}

/**
 * Counts of true label against predicted label, `[nClasses, nClasses]`: row i and column j hold how many rows of
 * class i were predicted to be class j. Classes are in ascending order of all labels that occur, unless `labels`
 * names them. With `normalize`, shares of the row ("true"), of the column ("pred") or of all; 0 of none is 0.
 * @throws {TypeError|RangeError} when there are none, the lengths differ, or a label is not a string or finite number
 * @example confusionMatrix([0, 0, 1], [0, 1, 1]) // [[1, 1], [0, 1]]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.metrics.confusion_matrix.html
 */
export function confusionMatrix<L extends Label>(
  yTrue: readonly L[],
  yPred: readonly L[],
  { labels, normalize }: ConfusionOptions<L> = {},
): number[][] {
  const { nAsked, trueCodes, predictedCodes } = readPairs("confusionMatrix", yTrue, yPred, labels);
  const counts = Array.from({ length: nAsked }, () => new Array<number>(nAsked).fill(0));
  for (let i = 0; i < trueCodes.length; i++) {
    const row = counts[trueCodes[i]!];
    if (row !== undefined && predictedCodes[i]! < nAsked) row[predictedCodes[i]!]! += 1;
  }
  if (normalize === undefined) return counts;
  const divisorOf = divisors(counts, normalize);
  return counts.map((row, i) => row.map((count, j) => count / (divisorOf(i, j) || 1)));
}

function divisors(
  counts: readonly (readonly number[])[],
  normalize: string,
): (i: number, j: number) => number {
  const rowSums = counts.map(sum);
  const columnSums = counts.map((_, j) => sum(counts.map((row) => row[j]!)));
  if (normalize === "true") return (i) => rowSums[i]!;
  if (normalize === "pred") return (_, j) => columnSums[j]!;
  if (normalize === "all") return () => sum(rowSums);
  throw new RangeError(`confusionMatrix needs normalize "true", "pred" or "all", got ${shown(normalize)}.`);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
