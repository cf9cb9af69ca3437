/**
 * You give the plain mean whatever average was asked for. With "weighted" each class counts as often as it has rows, so that a frequent class
 * has more to say.
 * Next: which argument of yours makes no difference between "macro" and "weighted"?
 */
import { precisionRecallF1 as right, type Scores } from "../solution.ts";

export { bestThreshold, confusionMatrix, reportThreshold } from "../solution.ts";

export function precisionRecallF1(matrix: number[][], average: "each" | "macro" | "weighted"): Scores {
  return right(matrix, average === "each" ? "each" : "macro");
}
