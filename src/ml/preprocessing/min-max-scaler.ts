import { notFitted, shown } from "../check-input.ts";
import { checkFinite, columnExtremes } from "../column-statistics.ts";
import type { StoredEstimator } from "../estimator.ts";
import { type Features, readMatrix } from "../features.ts";
import { readStored, storedNumbers } from "../stored.ts";
import { changeValues } from "./change-values.ts";

/** The range that the training rows fill ([0, 1]), and whether other rows are cut off at its ends (they are not). */
export interface MinMaxScalerOptions {
  featureRange?: readonly [low: number, high: number];
  clip?: boolean;
}

/**
 * Moves and stretches each column so that the rows it learned from fill `featureRange`.
 * A column whose range is below ten times the machine's epsilon counts as constant, as in scikit-learn:
 * it is moved and not stretched.
 * @example new MinMaxScaler().fitTransform([[1], [3], [5]]) // [[0], [0.5], [1]]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.MinMaxScaler.html
 */
export class MinMaxScaler {
  readonly featureRange: readonly [low: number, high: number];
  readonly clip: boolean;
  #learned: { dataMin: number[]; dataMax: number[]; dataRange: number[]; divisor: number[] } | undefined;

  constructor({ featureRange = [0, 1], clip = false }: MinMaxScalerOptions = {}) {
    this.featureRange = featureRange;
    this.clip = clip;
  }

  /** Smallest value of each column, `[nFeatures]`. Set by fit. */
  get dataMin(): readonly number[] {
    return this.#fitted("dataMin").dataMin;
  }

  /** Largest value of each column, `[nFeatures]`. Set by fit. */
  get dataMax(): readonly number[] {
    return this.#fitted("dataMax").dataMax;
  }

  /** `dataMax - dataMin` of each column, `[nFeatures]`. Set by fit. */
  get dataRange(): readonly number[] {
    return this.#fitted("dataRange").dataRange;
  }

  /** How many units of `featureRange` one unit of each column becomes, `[nFeatures]`. Set by fit. */
  get scale(): readonly number[] {
    const [low, high] = this.featureRange;
    return this.#fitted("scale").divisor.map((divisor) => (high - low) / divisor);
  }

  /**
   * Learns the range of the columns of X, `[nSamples, nFeatures]`.
   * @throws {TypeError|RangeError} when X is not a table of finite numbers, a range overflows, or featureRange is empty
   */
  fit(X: Features): this {
    const [low, high] = this.featureRange;
    if (!(low < high) || !Number.isFinite(high - low)) {
      throw new RangeError(
        `MinMaxScaler needs a finite featureRange [low, high] with low < high, got [${shown(low)}, ${shown(high)}].`,
      );
    }
    this.#learn("MinMaxScaler.fit", columnExtremes(readMatrix("MinMaxScaler.fit", X)));
    return this;
  }

  /**
   * X with each column moved and stretched, `[nSamples, nFeatures]`. New rows may fall outside `featureRange`,
   * unless `clip` cuts them off.
   * @throws {TypeError|RangeError} before fit, or when X is not a table of finite numbers of the fitted width
   */
  transform(X: Features): number[][] {
    const { dataMin, divisor } = this.#fitted("transform");
    const [low, high] = this.featureRange;
    const matrix = readMatrix("MinMaxScaler.transform", X, dataMin.length);
    // Dividing first, and not multiplying by `scale`, brings the largest value to exactly 1.
    const stretched = (value: number, j: number) =>
      ((value - dataMin[j]!) / divisor[j]!) * (high - low) + low;
    return this.clip
      ? changeValues(matrix, (value, j) => Math.min(high, Math.max(low, stretched(value, j))))
      : changeValues(matrix, stretched);
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
    const { dataMin, divisor } = this.#fitted("inverseTransform");
    const [low, high] = this.featureRange;
    const matrix = readMatrix("MinMaxScaler.inverseTransform", Z, dataMin.length);
    return changeValues(matrix, (value, j) => ((value - low) / (high - low)) * divisor[j]! + dataMin[j]!);
  }

  /** Options and learned state as plain data for JSON.stringify; fromJSON reads it back. */
  toJSON(): StoredEstimator {
    const { featureRange, clip } = this;
    const learned = this.#learned && {
      dataMin: storedNumbers(this.#learned.dataMin),
      dataMax: storedNumbers(this.#learned.dataMax),
    };
    return {
      estimator: "MinMaxScaler",
      options: { featureRange: storedNumbers(featureRange), clip },
      learned: learned ?? null,
    };
  }

  /**
   * The scaler that toJSON wrote down.
   * @throws {TypeError|RangeError} when json is something else
   */
  static fromJSON(json: unknown): MinMaxScaler {
    const { options, learned } = readStored("MinMaxScaler", json);
    const [low, high] = options.numbers("featureRange", 2);
    const scaler = new MinMaxScaler({ featureRange: [low!, high!], clip: options.boolean("clip") });
    if (learned) {
      const dataMin = learned.numbers("dataMin");
      const dataMax = learned.numbers("dataMax", dataMin.length);
      scaler.#learn("MinMaxScaler.fromJSON", { dataMin, dataMax });
    }
    return scaler;
  }

  #learn(who: string, { dataMin, dataMax }: { dataMin: number[]; dataMax: number[] }): void {
    const dataRange = dataMax.map((max, j) => max - dataMin[j]!);
    checkFinite(who, "range", dataRange);
    const divisor = dataRange.map((range) => (range < 10 * Number.EPSILON ? 1 : range));
    this.#learned = { dataMin, dataMax, dataRange, divisor };
  }

  #fitted(asked: string) {
    if (this.#learned === undefined) throw notFitted(`MinMaxScaler.${asked}`);
    return this.#learned;
  }
}
