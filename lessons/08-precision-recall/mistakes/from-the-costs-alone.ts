/**
 * You make the threshold from the costs alone and look at no row. That is right for true probabilities, where of the rows with a score of 0.3
 * three in ten are positive. Few models keep that promise, and a score need not be a probability at all.
 * Next: with nothing but `actual` and `scores`, how would you price a threshold?
 */
import type { Costs } from "../solution.ts";

export { confusionMatrix, precisionRecallF1, reportThreshold } from "../solution.ts";

export function bestThreshold(_actual: boolean[], _scores: number[], { missed, falseAlarm }: Costs): number {
  return falseAlarm / (falseAlarm + missed);
}
