/**
 * Models that are sums of features times coefficients.
 * @see https://scikit-learn.org/stable/modules/linear_model.html
 */
export { LinearRegression } from "./linear-model/linear-regression.ts";
export { LogisticRegression } from "./linear-model/logistic-regression.ts";
export { Ridge } from "./linear-model/ridge.ts";
