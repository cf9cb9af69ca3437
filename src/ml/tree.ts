export {
  type ClassCriterion,
  DecisionTreeClassifier,
  type DecisionTreeClassifierOptions,
} from "./tree/decision-tree-classifier.ts";
export {
  DecisionTreeRegressor,
  type DecisionTreeRegressorOptions,
  type NumberCriterion,
} from "./tree/decision-tree-regressor.ts";
export { type ExportTextOptions, exportText } from "./tree/export-text.ts";
export { exportTree, type TreeNode } from "./tree/export-tree.ts";
export type { FlatTree } from "./tree/flat-tree.ts";
export type { MaxFeatures } from "./tree/growth-options.ts";
