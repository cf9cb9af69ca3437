import { notFitted, shown } from "../check-input.ts";
import type { StoredEstimator } from "../estimator.ts";
import type { Features } from "../features.ts";
import { r2Score } from "../metrics.ts";
import { readStored, storedNumber } from "../stored.ts";
import {
  fitLinearFunction,
  type LinearFunction,
  readFunction,
  storedFunction,
  valuesOf,
} from "./linear-function.ts";

/**
 * Least squares with a price on large coefficients: what is made smallest is the sum of squared errors plus alpha
 * times the sum of squared coefficients. The intercept is free. The price is in the units of the columns, so scale
 * them first.
 * @example new Ridge({ alpha: 10 }).fit(XTrain, yTrain).score(XTest, yTest);
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.linear_model.Ridge.html
 */
export class Ridge {
  readonly alpha: number;
  readonly fitIntercept: boolean;
  #learned: LinearFunction | undefined;

  constructor({ alpha = 1, fitIntercept = true }: { alpha?: number; fitIntercept?: boolean } = {}) {
    this.alpha = alpha;
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

  /**
   * Learns from rows X, `[nSamples, nFeatures]`, and their targets y, `[nSamples]`.
   * @throws {TypeError|RangeError} when X is not a table of finite numbers, y does not give it one finite number a
   *   row, sums overflow, or alpha is not a finite number ≥ 0
   */
  fit(X: Features, y: readonly number[]): this {
    if (!(this.alpha >= 0) || !Number.isFinite(this.alpha)) {
      throw new RangeError(`Ridge.fit needs a finite alpha ≥ 0, got ${shown(this.alpha)}.`);
    }
    const options = { alpha: this.alpha, fitIntercept: this.fitIntercept };
    this.#learned = fitLinearFunction("Ridge.fit", X, y, options);
    return this;
  }

  /**
   * The prediction for each row of X, `[nSamples]`.
   * @throws {TypeError|RangeError} before fit, or when X is not a table of finite numbers of the fitted width
   */
  predict(X: Features): number[] {
    return valuesOf(this.#fitted("predict"), "Ridge.predict", X);
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
      estimator: "Ridge",
      options: { alpha: storedNumber(this.alpha), fitIntercept: this.fitIntercept },
      learned: this.#learned ? storedFunction(this.#learned) : null,
    };
  }

  /**
   * The estimator that toJSON wrote down.
   * @throws {TypeError} when it is not what toJSON of a Ridge gives
   */
  static fromJSON(json: unknown): Ridge {
    const { options, learned } = readStored("Ridge", json);
    const ridge = new Ridge({
      alpha: options.number("alpha"),
      fitIntercept: options.boolean("fitIntercept"),
    });
    if (learned) ridge.#learned = readFunction(learned);
    return ridge;
  }

  #fitted(asked: string): LinearFunction {
    if (this.#learned === undefined) throw notFitted(`Ridge.${asked}`);
    return this.#learned;
  }
}
