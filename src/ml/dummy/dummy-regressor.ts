import { type Cells, readShape } from "../cells.ts";
import { notFitted, shown } from "../check-input.ts";
import type { StoredEstimator } from "../estimator.ts";
import { r2Score } from "../metrics.ts";
import { quantile } from "../quantile.ts";
import { readStored, storedNumber } from "../stored.ts";
import { readTargets } from "../targets.ts";

const strategies = ["mean", "median", "quantile", "constant"] as const;

/**
 * What is predicted whatever a row says: the mean or the median of the training targets, the value below which the
 * share `quantile` of them lies, or the number `constant`.
 */
export interface DummyRegressorOptions {
  strategy?: (typeof strategies)[number];
  constant?: number;
  quantile?: number;
}

/**
 * A regressor that looks at no row: what every other one has to beat.
 * @example new DummyRegressor().fit([[1], [2]], [10, 20]).predict([[9]]) // [15]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.dummy.DummyRegressor.html
 */
export class DummyRegressor {
  readonly strategy: (typeof strategies)[number];
  readonly constant: number | undefined;
  readonly quantile: number | undefined;
  #prediction: number | undefined;

  constructor({ strategy = "mean", constant, quantile: q }: DummyRegressorOptions = {}) {
    this.strategy = strategy;
    this.constant = constant;
    this.quantile = q;
  }

  /** The number that every row gets. Set by fit. */
  get prediction(): number {
    return this.#fitted("prediction");
  }

  /**
   * Learns what to predict from the targets y, `[nSamples]`; X is only counted.
   * @throws {TypeError|RangeError} when y does not give X one finite number a row, their mean overflows, or the
   *   strategy lacks its number
   */
  fit(X: Cells, y: readonly number[]): this {
    const who = "DummyRegressor.fit";
    const targets = readTargets(who, readShape(who, X).nSamples, y);
    const prediction = this.#predictionFor(who, targets);
    if (!Number.isFinite(prediction)) {
      throw new RangeError(`${who} needs targets with a finite ${this.strategy}, got ${prediction}.`);
    }
    this.#prediction = prediction;
    return this;
  }

  /**
   * The same number for each row of X, `[nSamples]`.
   * @throws {TypeError|RangeError} before fit, or when X is not a table
   */
  predict(X: Cells): number[] {
    const prediction = this.#fitted("predict");
    return new Array<number>(readShape("DummyRegressor.predict", X).nSamples).fill(prediction);
  }

  /**
   * The share of the variance of y that the predictions explain, which is at most 0.
   * @throws {TypeError|RangeError} before fit, or when y does not give X one finite number a row
   */
  score(X: Cells, y: readonly number[]): number {
    return r2Score(y, this.predict(X));
  }

  /** Options and learned state as plain data for JSON.stringify; fromJSON reads it back. */
  toJSON(): StoredEstimator {
    const { strategy, constant, quantile: q } = this;
    return {
      estimator: "DummyRegressor",
      options: {
        strategy,
        ...(constant !== undefined && { constant: storedNumber(constant) }),
        ...(q !== undefined && { quantile: storedNumber(q) }),
      },
      learned: this.#prediction === undefined ? null : { prediction: storedNumber(this.#prediction) },
    };
  }

  /**
   * The regressor that toJSON wrote down.
   * @throws {TypeError} when json is something else
   */
  static fromJSON(json: unknown): DummyRegressor {
    const { options, learned } = readStored("DummyRegressor", json);
    const dummy = new DummyRegressor({
      strategy: options.oneOf("strategy", strategies),
      ...(options.has("constant") && { constant: options.number("constant") }),
      ...(options.has("quantile") && { quantile: options.number("quantile") }),
    });
    if (learned) dummy.#prediction = learned.number("prediction");
    return dummy;
  }

  #predictionFor(who: string, targets: Float64Array): number {
    if (this.strategy === "mean") return targets.reduce((sum, target) => sum + target, 0) / targets.length;
    if (this.strategy === "median") return quantile(targets.sort(), 0.5);
    if (this.strategy === "quantile") {
      const q = this.quantile ?? Number.NaN;
      if (q >= 0 && q <= 1) return quantile(targets.sort(), q);
      throw new RangeError(`${who} needs a quantile from 0 to 1, got ${shown(this.quantile)}.`);
    }
    if (this.strategy === "constant") {
      if (this.constant !== undefined && Number.isFinite(this.constant)) return this.constant;
      throw new RangeError(`${who} needs a finite number as constant, got ${shown(this.constant)}.`);
    }
    throw new RangeError(
      `${who} needs one of ${strategies.map(shown).join(", ")} as strategy, got ${shown(this.strategy)}.`,
    );
  }

  #fitted(asked: string): number {
    if (this.#prediction === undefined) throw notFitted(`DummyRegressor.${asked}`);
    return this.#prediction;
  }
}
