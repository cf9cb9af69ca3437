/**
 * You average precision and recall over the classes first, and make one F1 of the two means. A class that is found but never surely and one that is
 * sure but never found then make up for each other; in the mean of the classes' own F1 they don't.
 * Next: what is the F1 of each class, before anything is averaged?
 */
import { precisionRecallF1 as right, type Scores } from "../solution.ts";

export { bestThreshold, confusionMatrix, reportThreshold } from "../solution.ts";

export function precisionRecallF1(matrix: number[][], average: "each" | "macro" | "weighted"): Scores {
  const scores = right(matrix, average);
  if (average === "each") return scores;
  const [[precision], [recall]] = [scores.precision, scores.recall];
  return { ...scores, f1: [(2 * precision * recall) / (precision + recall || 1)] };
}
