/**
 * You take the threshold with the fewest mistakes, and never look at what a mistake costs. One miss may be worth many false
 * alarms.
 * Next: what is a mistake's price in your sum?
 */
import { type Costs, bestThreshold as right } from "../solution.ts";

export { confusionMatrix, precisionRecallF1, reportThreshold } from "../solution.ts";

export function bestThreshold(actual: boolean[], scores: number[], _costs: Costs): number {
  return right(actual, scores, { missed: 1, falseAlarm: 1 });
}
