/** Nothing but loops and counts, and a threshold from a fine grid with the scores in it. */
type Costs = { missed: number; falseAlarm: number };
type Scored = { actual: boolean[]; scores: number[] };

export function confusionMatrix(actual: string[], predicted: string[], labels: string[]) {
  const counts: number[][] = [];
  for (const is of labels) {
    const row: number[] = [];
    for (const said of labels) {
      let count = 0;
      for (let i = 0; i < actual.length; i++) if (actual[i] === is && predicted[i] === said) count++;
      row.push(count);
    }
    counts.push(row);
  }
  return counts;
}

export function precisionRecallF1(matrix: number[][], average: string) {
  const scores = { precision: [] as number[], recall: [] as number[], f1: [] as number[] };
  const weights: number[] = [];
  for (let k = 0; k < matrix.length; k++) {
    let [rows, said] = [0, 0];
    for (let j = 0; j < matrix.length; j++) {
      rows += matrix[k][j];
      said += matrix[j][k];
    }
    const precision = said ? matrix[k][k] / said : 0;
    const recall = rows ? matrix[k][k] / rows : 0;
    scores.precision.push(precision);
    scores.recall.push(recall);
    scores.f1.push(precision && recall ? 2 / (1 / precision + 1 / recall) : 0);
    weights.push(average === "weighted" ? rows : 1);
  }
  if (average === "each") return scores;
  const mean = (values: number[]) => {
    let [sum, weight] = [0, 0];
    for (let k = 0; k < values.length; k++) {
      sum += values[k] * weights[k];
      weight += weights[k];
    }
    return [sum / weight];
  };
  return { precision: mean(scores.precision), recall: mean(scores.recall), f1: mean(scores.f1) };
}

function price(rows: Scored, threshold: number, costs: Costs) {
  let cost = 0;
  for (let i = 0; i < rows.scores.length; i++) {
    if (rows.actual[i] && rows.scores[i] < threshold) cost += costs.missed;
    if (!rows.actual[i] && rows.scores[i] >= threshold) cost += costs.falseAlarm;
  }
  return cost;
}

export function bestThreshold(actual: boolean[], scores: number[], costs: Costs) {
  const grid = Array.from({ length: 103 }, (_, i) => i / 100);
  let best = 0;
  for (const threshold of [...grid, ...scores]) {
    const isCheaper = price({ actual, scores }, threshold, costs) < price({ actual, scores }, best, costs);
    if (isCheaper) best = threshold;
  }
  return best;
}

export function reportThreshold(validation: Scored, test: Scored, costs: Costs) {
  const threshold = bestThreshold(validation.actual, validation.scores, costs);
  return { threshold, cost: price(test, threshold, costs) };
}
