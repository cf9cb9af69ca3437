export { DummyClassifier, type DummyClassifierOptions } from "./dummy/dummy-classifier.ts";
export { DummyRegressor, type DummyRegressorOptions } from "./dummy/dummy-regressor.ts";
