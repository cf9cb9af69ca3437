/**
 * Predictions by the training rows that lie nearest.
 * @see https://scikit-learn.org/stable/modules/neighbors.html
 */
export { KNeighborsClassifier } from "./neighbors/k-neighbors-classifier.ts";
export { KNeighborsRegressor } from "./neighbors/k-neighbors-regressor.ts";
export type { Neighbors, NeighborsOptions } from "./neighbors/neighbors-estimator.ts";
