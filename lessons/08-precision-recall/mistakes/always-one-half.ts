/**
 * Your threshold is one half, whatever mistakes cost. One half is right where a miss and a false alarm cost the same and the scores are
 * honest probabilities, and hardly anywhere else.
 * Next: what does each threshold cost on the rows that you are given?
 */
import { type Costs, reportThreshold as report, type Scored } from "../solution.ts";

export { confusionMatrix, precisionRecallF1 } from "../solution.ts";

export function bestThreshold(_actual: boolean[], _scores: number[], _costs: Costs): number {
  return 0.5;
}

export function reportThreshold(_validation: Scored, test: Scored, costs: Costs) {
  const half = { actual: [true, false], scores: [0.5, 0.25] };
  return { ...report(half, test, costs), threshold: 0.5 };
}
