/**
 * You look for the best F1. It weighs misses and false alarms in a way of its own, and knows nothing of the two costs that you were
 * given.
 * Next: what does your threshold cost, in the prices of the argument?
 */
import type { Costs } from "../solution.ts";

export { confusionMatrix, precisionRecallF1, reportThreshold } from "../solution.ts";

export function bestThreshold(actual: boolean[], scores: number[], _costs: Costs): number {
  const f1 = (threshold: number) => {
    const alarms = scores.map((score) => score >= threshold);
    const found = alarms.filter((is, i) => is && actual[i]).length;
    const wrong = alarms.filter((is, i) => is !== actual[i]).length;
    return found === 0 ? 0 : (2 * found) / (2 * found + wrong);
  };
  const candidates = [Math.max(...scores) + 1, ...scores];
  return candidates.reduce((best, threshold) => (f1(threshold) > f1(best) ? threshold : best));
}
