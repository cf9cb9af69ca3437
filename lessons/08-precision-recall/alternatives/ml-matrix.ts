/** With ml-matrix: sums by row and column; the dearest of the cheapest thresholds. */
import { Matrix } from "ml-matrix";

type Costs = { missed: number; falseAlarm: number };
type Scored = { actual: boolean[]; scores: number[] };

export function confusionMatrix(actual: string[], predicted: string[], labels: string[]) {
  const counts = Matrix.zeros(labels.length, labels.length);
  actual.forEach((name, i) => {
    const [row, column] = [labels.indexOf(name), labels.indexOf(predicted[i])];
    counts.set(row, column, counts.get(row, column) + 1);
  });
  return counts;
}

export function precisionRecallF1(matrix: number[][], average: string) {
  const counts = new Matrix(matrix);
  const right = counts.diagonal();
  const [actual, predicted] = [counts.sum("row"), counts.sum("column")];
  const ratio = (parts: number[], wholes: number[]) =>
    parts.map((part, k) => (wholes[k] > 0 ? part / wholes[k] : 0));
  const [precision, recall] = [ratio(right, predicted), ratio(right, actual)];
  const f1 = ratio(
    precision.map((p, k) => 2 * p * recall[k]),
    precision.map((p, k) => p + recall[k]),
  );
  if (average === "each") return { precision, recall, f1 };
  const weights = average === "weighted" ? actual : actual.map(() => 1);
  const mean = (scores: number[]) => [
    Matrix.rowVector(scores).dot(Matrix.rowVector(weights)) / Matrix.rowVector(weights).sum(),
  ];
  return { precision: mean(precision), recall: mean(recall), f1: mean(f1) };
}

function total({ actual, scores }: Scored, threshold: number, { missed, falseAlarm }: Costs) {
  return scores.reduce((cost, score, i) => {
    const isAlarm = score >= threshold;
    return cost + (isAlarm && !actual[i] ? falseAlarm : 0) + (!isAlarm && actual[i] ? missed : 0);
  }, 0);
}

export function bestThreshold(actual: boolean[], scores: number[], costs: Costs) {
  const candidates = [...scores, 2].sort((one, other) => other - one);
  const prices = candidates.map((threshold) => total({ actual, scores }, threshold, costs));
  return candidates[prices.lastIndexOf(Math.min(...prices))];
}

export function reportThreshold(validation: Scored, test: Scored, costs: Costs) {
  const threshold = bestThreshold(validation.actual, validation.scores, costs);
  return { threshold, cost: total(test, threshold, costs) };
}
