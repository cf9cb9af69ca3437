export { crossValPredict } from "./model-selection/cross-val-predict.ts";
export {
  type CrossValidateOptions,
  type CrossValidation,
  crossValidate,
  crossValScore,
} from "./model-selection/cross-validate.ts";
export { type Fold, type FoldOptions, KFold, StratifiedKFold } from "./model-selection/folds.ts";
export { type Candidate, GridSearchCV, type GridSearchOptions } from "./model-selection/grid-search.ts";
export { GroupKFold } from "./model-selection/group-k-fold.ts";
export { type LearningCurve, learningCurve } from "./model-selection/learning-curve.ts";
export { type ParamGrid, parameterGrid } from "./model-selection/parameter-grid.ts";
export type { Scorable, Scorer, Scoring, ScoringName } from "./model-selection/scoring.ts";
export { takeRows } from "./model-selection/take-rows.ts";
export { TimeSeriesSplit } from "./model-selection/time-series-split.ts";
export { type SplitOptions, trainTestSplit } from "./model-selection/train-test-split.ts";
