import { notFitted, shown } from "../check-input.ts";
import { checkFinite } from "../column-statistics.ts";
import type { StoredEstimator } from "../estimator.ts";
import { type Features, readColumns, readMatrix } from "../features.ts";
import { quantilesOf } from "../quantile.ts";
import { readStored, storedNumbers } from "../stored.ts";
import { changeValues } from "./change-values.ts";

/** Whether columns are moved (yes) and divided (yes), and between which percentiles the divisor lies ([25, 75]). */
export interface RobustScalerOptions {
  withCentering?: boolean;
  withScaling?: boolean;
  quantileRange?: readonly [low: number, high: number];
}

/**
 * Moves each column to median 0 and divides it by the distance between two of its percentiles, so that a few
 * values far out change little for all others. A column whose distance is 0 keeps scale 1.
 * @example new RobustScaler().fitTransform([[1], [2], [3], [4], [1000]]) // [[-1], [-0.5], [0], [0.5], [498.5]]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.RobustScaler.html
 */
export class RobustScaler {
  readonly withCentering: boolean;
  readonly withScaling: boolean;
  readonly quantileRange: readonly [low: number, high: number];
  #learned: { center: number[]; scale: number[] } | undefined;

  constructor({
    withCentering = true,
    withScaling = true,
    quantileRange = [25, 75],
  }: RobustScalerOptions = {}) {
    this.withCentering = withCentering;
    this.withScaling = withScaling;
    this.quantileRange = quantileRange;
  }

  /** What each column is moved by, `[nFeatures]`: its median, or 0 without centering. Set by fit. */
  get center(): readonly number[] {
    return this.#fitted("center").center;
  }

  /** What each column is divided by, `[nFeatures]`; 1 without scaling. Set by fit. */
  get scale(): readonly number[] {
    return this.#fitted("scale").scale;
  }

  /**
   * Learns the percentiles of the columns of X, `[nSamples, nFeatures]`.
   * @throws {TypeError|RangeError} when X is not a table of finite numbers, a distance overflows, or quantileRange
   *   is not two percentages in ascending order
   */
  fit(X: Features): this {
    const who = "RobustScaler.fit";
    const [low, high] = this.quantileRange;
    if (!(0 <= low && low <= high && high <= 100)) {
      throw new RangeError(
        `${who} needs a quantileRange [low, high] with 0 ≤ low ≤ high ≤ 100, got [${shown(low)}, ${shown(high)}].`,
      );
    }
    const center: number[] = [];
    const distance: number[] = [];
    for (const column of readColumns(who, X).columns) {
      const [median] = this.withCentering ? quantilesOf(column, [0.5]) : [0];
      const [from, to] = this.withScaling ? quantilesOf(column, [low / 100, high / 100]) : [0, 1];
      center.push(median!);
      distance.push(to! - from!);
    }
    checkFinite(who, "distance between percentiles", distance);
    this.#learned = { center, scale: distance.map((value) => (value < 10 * Number.EPSILON ? 1 : value)) };
    return this;
  }

  /**
   * X with each column moved and divided, `[nSamples, nFeatures]`.
   * @throws {TypeError|RangeError} before fit, or when X is not a table of finite numbers of the fitted width
   */
  transform(X: Features): number[][] {
    const { center, scale } = this.#fitted("transform");
    const matrix = readMatrix("RobustScaler.transform", X, center.length);
    return changeValues(matrix, (value, j) => (value - center[j]!) / scale[j]!);
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
    const { center, scale } = this.#fitted("inverseTransform");
    const matrix = readMatrix("RobustScaler.inverseTransform", Z, center.length);
    return changeValues(matrix, (value, j) => value * scale[j]! + center[j]!);
  }

  /** Options and learned state as plain data for JSON.stringify; fromJSON reads it back. */
  toJSON(): StoredEstimator {
    const { withCentering, withScaling, quantileRange } = this;
    const learned = this.#learned && {
      center: storedNumbers(this.#learned.center),
      scale: storedNumbers(this.#learned.scale),
    };
    return {
      estimator: "RobustScaler",
      options: { withCentering, withScaling, quantileRange: storedNumbers(quantileRange) },
      learned: learned ?? null,
    };
  }

  /**
   * The scaler that toJSON wrote down.
   * @throws {TypeError} when json is something else
   */
  static fromJSON(json: unknown): RobustScaler {
    const { options, learned } = readStored("RobustScaler", json);
    const [low, high] = options.numbers("quantileRange", 2);
    const scaler = new RobustScaler({
      withCentering: options.boolean("withCentering"),
      withScaling: options.boolean("withScaling"),
      quantileRange: [low!, high!],
    });
    if (learned) {
      const center = learned.numbers("center");
      scaler.#learned = { center, scale: learned.numbers("scale", center.length) };
    }
    return scaler;
  }

  #fitted(asked: string) {
    if (this.#learned === undefined) throw notFitted(`RobustScaler.${asked}`);
    return this.#learned;
  }
}
