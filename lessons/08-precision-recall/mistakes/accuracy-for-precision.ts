/**
 * You divide the right ones of a class by all rows of the table. That is the class's part of the accuracy; precision divides by the rows that were
 * predicted as this class.
 * Next: of how many predictions does precision ask how many are right?
 */
import { precisionRecallF1 as right, type Scores, shareOf } from "../solution.ts";

export { bestThreshold, confusionMatrix, reportThreshold } from "../solution.ts";

export function precisionRecallF1(matrix: number[][], average: "each" | "macro" | "weighted"): Scores {
  const { recall } = right(matrix, "each");
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const nRows = sum(matrix.map(sum));
  const precision = matrix.map((row, k) => row[k] / nRows);
  const f1 = precision.map((p, k) => shareOf(2 * p * recall[k], p + recall[k]));
  if (average === "each") return { precision, recall, f1 };
  const weights = matrix.map((row) => (average === "macro" ? 1 : sum(row)));
  const mean = (scores: number[]) => [sum(scores.map((score, k) => score * weights[k])) / sum(weights)];
  return { precision: mean(precision), recall: mean(recall), f1: mean(f1) };
}
