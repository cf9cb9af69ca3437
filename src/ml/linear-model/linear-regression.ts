import { notFitted } from "../check-input.ts";
import type { StoredEstimator } from "../estimator.ts";
import type { Features } from "../features.ts";
import { r2Score } from "../metrics.ts";
import { readStored } from "../stored.ts";
import {
  fitLinearFunction,
  type LinearFunction,
  readFunction,
  storedFunction,
  valuesOf,
} from "./linear-function.ts";

/**
 * Ordinary least squares: the linear function with the smallest sum of squared errors. Where several have it, as when
 * columns repeat each other or there are more columns than rows, the one with the shortest coefficients.
 * @example
 * const line = new LinearRegression().fit([[0], [1], [2]], [1, 3, 5]);
 * line.coef; // [2], and line.intercept is 1
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.linear_model.LinearRegression.html
 */
export class LinearRegression {
  readonly fitIntercept: boolean;
  #learned: LinearFunction | undefined;

  constructor({ fitIntercept = true }: { fitIntercept?: boolean } = {}) {
    this.fitIntercept = fitIntercept;
  }

  /** What one unit more of each feature adds to the prediction, `[nFeatures]`. Set by fit. */
  get coef(): readonly number[] {
    return this.#fitted("coef").coef;
  }

  /** The prediction for a row of zeros; 0 without fitIntercept. Set by fit. */
  get intercept(): number {
    return this.#fitted("intercept").intercept;
  }

  /** How many columns of X (moved to mean 0 with fitIntercept) don't depend on others, up to rounding. Set by fit. */
  get rank(): number {
    return this.#fitted("rank").rank;
  }

  /**
   * Learns from rows X, `[nSamples, nFeatures]`, and their targets y, `[nSamples]`.
   * @throws {TypeError|RangeError} when X is not a table of finite numbers, y does not give it one finite number a
   *   row, or sums overflow
   */
  fit(X: Features, y: readonly number[]): this {
    const options = { alpha: 0, fitIntercept: this.fitIntercept };
    this.#learned = fitLinearFunction("LinearRegression.fit", X, y, options);
    return this;
  }

  /**
   * The prediction for each row of X, `[nSamples]`.
   * @throws {TypeError|RangeError} before fit, or when X is not a table of finite numbers of the fitted width
   */
  predict(X: Features): number[] {
    return valuesOf(this.#fitted("predict"), "LinearRegression.predict", X);
  }

  /**
   * R², the share of the variance of y that the predictions for X explain: at most 1, below 0 when the mean does better.
   * @throws {TypeError|RangeError} as predict does, or when y does not give X one number a row
   */
  score(X: Features, y: readonly number[]): number {
    return r2Score(y, this.predict(X));
  }

  /** Options and learned state as plain data for JSON. */
  toJSON(): StoredEstimator {
    return {
      estimator: "LinearRegression",
      options: { fitIntercept: this.fitIntercept },
      learned: this.#learned ? storedFunction(this.#learned) : null,
    };
  }

  /**
   * The estimator that toJSON wrote down.
   * @throws {TypeError} when it is not what toJSON of a LinearRegression gives
   */
  static fromJSON(json: unknown): LinearRegression {
    const { options, learned } = readStored("LinearRegression", json);
    const regression = new LinearRegression({ fitIntercept: options.boolean("fitIntercept") });
    if (learned) regression.#learned = readFunction(learned);
    return regression;
  }

  #fitted(asked: string): LinearFunction {
    if (this.#learned === undefined) throw notFitted(`LinearRegression.${asked}`);
    return this.#learned;
  }
}
