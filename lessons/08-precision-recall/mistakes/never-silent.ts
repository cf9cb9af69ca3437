/**
 * You try the scores as thresholds, and no other number. At the highest of them there is still an alarm; where alarms cost more than they save,
 * none at all would be cheapest.
 * Next: which threshold gives no alarm for any row?
 */
import type { Costs } from "../solution.ts";

export { confusionMatrix, precisionRecallF1, reportThreshold } from "../solution.ts";

export function bestThreshold(actual: boolean[], scores: number[], { missed, falseAlarm }: Costs): number {
  const costOf = (threshold: number) =>
    scores.reduce((cost, score, i) => {
      if (score >= threshold) return cost + (actual[i] ? 0 : falseAlarm);
      return cost + (actual[i] ? missed : 0);
    }, 0);
  return scores.reduce((best, threshold) => (costOf(threshold) < costOf(best) ? threshold : best));
}
