export type { ForestOptions } from "./ensemble/forest.ts";
export {
  RandomForestClassifier,
  type RandomForestClassifierOptions,
} from "./ensemble/random-forest-classifier.ts";
export {
  RandomForestRegressor,
  type RandomForestRegressorOptions,
} from "./ensemble/random-forest-regressor.ts";
