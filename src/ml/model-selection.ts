export { crossValScore, type Scorable } from "./model-selection/cross-val-score.ts";
export { type Fold, KFold, StratifiedKFold } from "./model-selection/folds.ts";
export { takeRows } from "./model-selection/take-rows.ts";
export { trainTestSplit } from "./model-selection/train-test-split.ts";
