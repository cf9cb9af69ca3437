/**
 * You choose the threshold on the test rows. It is the cheapest for these very rows, chance and all, and the next rows will cost more than your report
 * promises.
 * Next: who may choose, and who may only be counted?
 */
import { type Costs, reportThreshold as right, type Scored } from "../solution.ts";

export { bestThreshold, confusionMatrix, precisionRecallF1 } from "../solution.ts";

export function reportThreshold(_validation: Scored, test: Scored, costs: Costs) {
  return right(test, test, costs);
}
