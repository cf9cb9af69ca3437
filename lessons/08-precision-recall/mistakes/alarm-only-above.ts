/**
 * You give an alarm only above the threshold. A row whose score equals it has an alarm as well, so your threshold, taken as it was meant,
 * rings once more than you counted.
 * Next: which comparison is true for a score that equals the threshold?
 */
import type { Costs } from "../solution.ts";

export { confusionMatrix, precisionRecallF1, reportThreshold } from "../solution.ts";

export function bestThreshold(actual: boolean[], scores: number[], { missed, falseAlarm }: Costs): number {
  const costOf = (threshold: number) =>
    scores.reduce((cost, score, i) => {
      if (score > threshold) return cost + (actual[i] ? 0 : falseAlarm);
      return cost + (actual[i] ? missed : 0);
    }, 0);
  const candidates = [Math.max(...scores) + 1, ...scores];
  return candidates.reduce((best, threshold) => (costOf(threshold) < costOf(best) ? threshold : best));
}
