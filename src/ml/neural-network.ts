/**
 * Multi-layer perceptrons: linear functions of the features, bent, and linear functions of those.
 * @see https://scikit-learn.org/stable/modules/neural_networks_supervised.html
 */
export { MLPClassifier } from "./neural-network/mlp-classifier.ts";
export { MLPRegressor } from "./neural-network/mlp-regressor.ts";
