/**
 * You have exchanged the two costs: a false alarm is charged as a miss, and a miss as a false alarm. The threshold then saves where it should spend.
 * Next: a positive row has no alarm. Which of the two costs is due?
 */
import { type Costs, reportThreshold as report, bestThreshold as right, type Scored } from "../solution.ts";

export { confusionMatrix, precisionRecallF1 } from "../solution.ts";

const swapped = ({ missed, falseAlarm }: Costs): Costs => ({ missed: falseAlarm, falseAlarm: missed });

export function bestThreshold(actual: boolean[], scores: number[], costs: Costs): number {
  return right(actual, scores, swapped(costs));
}

export function reportThreshold(validation: Scored, test: Scored, costs: Costs) {
  return report(validation, test, swapped(costs));
}
