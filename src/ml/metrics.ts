export { accuracyScore, balancedAccuracyScore } from "./metrics/accuracy.ts";
export type { AverageOptions, PerClassOptions } from "./metrics/class-scores.ts";
export { type ConfusionOptions, confusionMatrix } from "./metrics/confusion-matrix.ts";
export { brierScoreLoss, logLoss } from "./metrics/losses.ts";
export { matthewsCorrcoef } from "./metrics/matthews-corrcoef.ts";
export {
  f1Score,
  fbetaScore,
  precisionRecallFscoreSupport,
  precisionScore,
  recallScore,
} from "./metrics/precision-recall.ts";
export {
  averagePrecisionScore,
  type PrecisionRecallCurve,
  precisionRecallCurve,
} from "./metrics/precision-recall-curve.ts";
export {
  meanAbsoluteError,
  meanSquaredError,
  r2Score,
  rootMeanSquaredError,
} from "./metrics/regression.ts";
export { type MulticlassAucOptions, rocAucScore } from "./metrics/roc-auc.ts";
export { type RocCurve, rocCurve } from "./metrics/roc-curve.ts";
export { silhouetteSamples, silhouetteScore } from "./metrics/silhouette.ts";
