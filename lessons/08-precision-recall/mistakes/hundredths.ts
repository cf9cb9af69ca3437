/**
 * You try the hundredths from 0 to 1. Two scores can lie between two hundredths, and scores need not be probabilities: some models give
 * numbers below 0 or far above 1. And at 1 a row with the score 1 still has an alarm.
 * Next: at which thresholds does any row's alarm change?
 */
import type { Costs } from "../solution.ts";

export { confusionMatrix, precisionRecallF1, reportThreshold } from "../solution.ts";

export function bestThreshold(actual: boolean[], scores: number[], { missed, falseAlarm }: Costs): number {
  const costOf = (threshold: number) =>
    scores.reduce((cost, score, i) => {
      if (score >= threshold) return cost + (actual[i] ? 0 : falseAlarm);
      return cost + (actual[i] ? missed : 0);
    }, 0);
  const hundredths = Array.from({ length: 101 }, (_, i) => i / 100);
  return hundredths.reduce((best, threshold) => (costOf(threshold) < costOf(best) ? threshold : best));
}
