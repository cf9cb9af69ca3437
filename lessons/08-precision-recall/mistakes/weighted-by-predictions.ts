/**
 * You weigh each class by how often it was predicted. A model that names one class all the time would choose its own weights; the weights are the actual
 * rows.
 * Next: is the number of rows of a class a row sum or a column sum of the matrix?
 */
import { precisionRecallF1 as right, type Scores } from "../solution.ts";

export { bestThreshold, confusionMatrix, reportThreshold } from "../solution.ts";

export function precisionRecallF1(matrix: number[][], average: "each" | "macro" | "weighted"): Scores {
  if (average !== "weighted") return right(matrix, average);
  const { precision, recall, f1 } = right(matrix, "each");
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const weights = matrix.map((_, j) => sum(matrix.map((row) => row[j])));
  const mean = (scores: number[]) => [sum(scores.map((score, k) => score * weights[k])) / sum(weights)];
  return { precision: mean(precision), recall: mean(recall), f1: mean(f1) };
}
