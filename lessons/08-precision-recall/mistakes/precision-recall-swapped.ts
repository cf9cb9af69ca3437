/**
 * You have exchanged precision and recall. Precision asks about the predictions: of those that say so, how many are right? Recall asks about the
 * rows: of those that are so, how many were found?
 * Next: a model gives one alarm, a right one, and misses nine. Which of the two is perfect?
 */
import { precisionRecallF1 as right, type Scores } from "../solution.ts";

export { bestThreshold, confusionMatrix, reportThreshold } from "../solution.ts";

export function precisionRecallF1(matrix: number[][], average: "each" | "macro" | "weighted"): Scores {
  const { precision, recall, f1 } = right(matrix, average);
  return { precision: recall, recall: precision, f1 };
}
