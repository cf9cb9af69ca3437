import { notFitted } from "../check-input.ts";
import { checkFinite, columnMeans, columnVariances, isConstant } from "../column-statistics.ts";
import type { StoredEstimator } from "../estimator.ts";
import { type Features, readMatrix } from "../features.ts";
import { readStored, storedNumbers } from "../stored.ts";
import { changeValues } from "./change-values.ts";

/** Whether the columns are moved to mean 0 (they are) and divided by their deviation (they are). */
export interface StandardScalerOptions {
  withMean?: boolean;
  withStd?: boolean;
}

/**
 * Moves each column to mean 0 and divides it by its deviation, so that columns in different units count alike.
 * The deviation is the population's (divided by n): it describes the rows that were given.
 * A column without variance, as far as rounding can tell, keeps scale 1.
 * @example
 * const scaler = new StandardScaler().fit(XTrain);
 * const ZTest = scaler.transform(XTest); // with the mean and the scale of the training rows
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.StandardScaler.html
 */
export class StandardScaler {
  readonly withMean: boolean;
  readonly withStd: boolean;
  #learned: { mean: number[]; variance: number[]; scale: number[] } | undefined;

  constructor({ withMean = true, withStd = true }: StandardScalerOptions = {}) {
    this.withMean = withMean;
    this.withStd = withStd;
  }

  /** Mean of each column, `[nFeatures]`. Set by fit. */
  get mean(): readonly number[] {
    return this.#fitted("mean").mean;
  }

  /** Population variance of each column, `[nFeatures]`. Set by fit. */
  get variance(): readonly number[] {
    return this.#fitted("variance").variance;
  }

  /** Each column's deviation, `[nFeatures]`, or 1 where there is none or withStd is false. Set by fit. */
  get scale(): readonly number[] {
    return this.#fitted("scale").scale;
  }

  /**
   * Learns mean and scale of the columns of X, `[nSamples, nFeatures]`.
   * @throws {TypeError|RangeError} when X is not a table of finite numbers, or a variance overflows
   */
  fit(X: Features): this {
    const matrix = readMatrix("StandardScaler.fit", X);
    const mean = columnMeans(matrix);
    const variance = columnVariances(matrix, mean);
    checkFinite("StandardScaler.fit", "variance", variance);
    const scale = variance.map((value, j) =>
      !this.withStd || isConstant(value, mean[j]!, matrix.nSamples) ? 1 : Math.sqrt(value),
    );
    this.#learned = { mean, variance, scale };
    return this;
  }

  /**
   * X with each column moved and divided, `[nSamples, nFeatures]`.
   * @throws {TypeError|RangeError} before fit, or when X is not a table of finite numbers of the fitted width
   */
  transform(X: Features): number[][] {
    const { mean, scale } = this.#fitted("transform");
    const matrix = readMatrix("StandardScaler.transform", X, mean.length);
    return this.withMean
      ? changeValues(matrix, (value, j) => (value - mean[j]!) / scale[j]!)
      : changeValues(matrix, (value, j) => value / scale[j]!);
  }

  /** Learns from X and returns it scaled: `fit(X).transform(X)`. */
  fitTransform(X: Features): number[][] {
    return this.fit(X).transform(X);
  }

  /**
   * Scaled rows Z back in their own units, `[nSamples, nFeatures]`.
   * @throws {TypeError|RangeError} before fit, or when Z is not a table of finite numbers of the fitted width
   */
  inverseTransform(Z: Features): number[][] {
    const { mean, scale } = this.#fitted("inverseTransform");
    const matrix = readMatrix("StandardScaler.inverseTransform", Z, mean.length);
    return this.withMean
      ? changeValues(matrix, (value, j) => value * scale[j]! + mean[j]!)
      : changeValues(matrix, (value, j) => value * scale[j]!);
  }

  /** Options and learned state as plain data for JSON.stringify; fromJSON reads it back. */
  toJSON(): StoredEstimator {
    const { withMean, withStd } = this;
    const learned = this.#learned && {
      mean: storedNumbers(this.#learned.mean),
      variance: storedNumbers(this.#learned.variance),
      scale: storedNumbers(this.#learned.scale),
    };
    return { estimator: "StandardScaler", options: { withMean, withStd }, learned: learned ?? null };
  }

  /**
   * The scaler that toJSON wrote down.
   * @throws {TypeError} when json is something else
   */
  static fromJSON(json: unknown): StandardScaler {
    const { options, learned } = readStored("StandardScaler", json);
    const scaler = new StandardScaler({
      withMean: options.boolean("withMean"),
      withStd: options.boolean("withStd"),
    });
    if (learned) {
      const mean = learned.numbers("mean");
      scaler.#learned = {
        mean,
        variance: learned.numbers("variance", mean.length),
        scale: learned.numbers("scale", mean.length),
      };
    }
    return scaler;
  }

  #fitted(asked: string) {
    if (this.#learned === undefined) throw notFitted(`StandardScaler.${asked}`);
    return this.#learned;
  }
}
