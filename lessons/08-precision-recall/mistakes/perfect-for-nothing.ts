/**
 * You give a class that is never predicted a precision of 1: no alarm, so no false one. Then a model that never says anything looks
 * perfect. The agreed value is 0.
 * Next: what should a model be given for a class that it never names?
 */
import type { Scores } from "../solution.ts";

export { bestThreshold, confusionMatrix, reportThreshold } from "../solution.ts";

export function precisionRecallF1(matrix: number[][], average: "each" | "macro" | "weighted"): Scores {
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  const shareOf = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);
  const actual = matrix.map(sum);
  const precision = matrix.map((row, k) => shareOf(row[k], sum(matrix.map((other) => other[k]))));
  const recall = matrix.map((row, k) => shareOf(row[k], actual[k]));
  const f1 = precision.map((p, k) => (2 * p * recall[k]) / (p + recall[k]));
  if (average === "each") return { precision, recall, f1 };
  const weights = average === "macro" ? matrix.map(() => 1) : actual;
  const mean = (scores: number[]) => [sum(scores.map((score, k) => score * weights[k])) / sum(weights)];
  return { precision: mean(precision), recall: mean(recall), f1: mean(f1) };
}
