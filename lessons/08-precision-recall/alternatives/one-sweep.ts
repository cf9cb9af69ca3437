/** Thresholds in one sweep over the sorted scores, between two of them; counts in maps; typed arrays. */
type Costs = { missed: number; falseAlarm: number };
type Scored = { actual: boolean[]; scores: number[] };

export function confusionMatrix(actual: string[], predicted: string[], labels: string[]) {
  const place = Object.fromEntries(labels.map((label, k) => [label, k]));
  const counts = labels.map(() => new Int32Array(labels.length));
  for (const [i, name] of actual.entries()) counts[place[name]][place[predicted[i]]]++;
  return counts;
}

export function precisionRecallF1(matrix: number[][], average: string) {
  const n = matrix.length;
  const [precision, recall, f1] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const rows = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    let [missed, falseAlarms] = [0, 0];
    for (let other = 0; other < n; other++) {
      if (other === k) continue;
      missed += matrix[k][other];
      falseAlarms += matrix[other][k];
    }
    const found = matrix[k][k];
    rows[k] = found + missed;
    precision[k] = found / (found + falseAlarms || 1);
    recall[k] = found / (rows[k] || 1);
    // The same as from precision and recall, by counts.
    f1[k] = (2 * found) / (2 * found + missed + falseAlarms || 1);
  }
  if (average === "each") return { precision, recall, f1 };
  const total = rows.reduce((sum, count) => sum + count);
  const mean = (scores: Float64Array) => [
    scores.reduce((sum, score, k) => sum + score * (average === "macro" ? 1 / n : rows[k] / total), 0),
  ];
  return { precision: mean(precision), recall: mean(recall), f1: mean(f1) };
}

export function bestThreshold(actual: boolean[], scores: number[], costs: Costs) {
  const order = [...scores.keys()].sort((one, other) => scores[one] - scores[other]);
  let cost = actual.filter((is) => !is).length * costs.falseAlarm;
  let best = { cost, threshold: Number.NEGATIVE_INFINITY };
  for (const [place, i] of order.entries()) {
    cost += actual[i] ? costs.missed : -costs.falseAlarm;
    const next = scores[order[place + 1]] ?? Number.POSITIVE_INFINITY;
    if (next > scores[i] && cost < best.cost) {
      best = { cost, threshold: next === Number.POSITIVE_INFINITY ? next : (scores[i] + next) / 2 };
    }
  }
  return best.threshold;
}

export async function reportThreshold(validation: Scored, test: Scored, costs: Costs) {
  const threshold = bestThreshold(validation.actual, validation.scores, costs);
  const misses = test.scores.filter((score, i) => test.actual[i] && score < threshold).length;
  const falseAlarms = test.scores.filter((score, i) => !test.actual[i] && !(score < threshold)).length;
  return { threshold, cost: misses * costs.missed + falseAlarms * costs.falseAlarm };
}
