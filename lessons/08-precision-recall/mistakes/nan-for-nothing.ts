/**
 * You divide nothing by nothing. A class that is never predicted has no precision to speak of; NaN spoils every mean that it enters, so 0 is
 * agreed on.
 * Next: which of your divisors can be 0?
 */
import type { Scores } from "../solution.ts";

export { bestThreshold, confusionMatrix, reportThreshold } from "../solution.ts";

export function precisionRecallF1(matrix: number[][], average: "each" | "macro" | "weighted"): Scores {
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const actual = matrix.map(sum);
  const precision = matrix.map((row, k) => row[k] / sum(matrix.map((other) => other[k])));
  const recall = matrix.map((row, k) => row[k] / actual[k]);
  const f1 = precision.map((p, k) => (2 * p * recall[k]) / (p + recall[k]));
  if (average === "each") return { precision, recall, f1 };
  const weights = average === "macro" ? matrix.map(() => 1) : actual;
  const mean = (scores: number[]) => [sum(scores.map((score, k) => score * weights[k])) / sum(weights)];
  return { precision: mean(precision), recall: mean(recall), f1: mean(f1) };
}
