/**
 * You report what the validation rows cost. The threshold was chosen to be cheap there, so that number is too good; what counts is what it costs on rows
 * that had no say.
 * Next: on which rows is the threshold new?
 */
import { type Costs, reportThreshold as right, type Scored } from "../solution.ts";

export { bestThreshold, confusionMatrix, precisionRecallF1 } from "../solution.ts";

export function reportThreshold(validation: Scored, _test: Scored, costs: Costs) {
  return right(validation, validation, costs);
}
