import { notFitted, shown } from "./check-input.ts";
import { columnExtremes, columnMeans, columnVariances, isConstant } from "./column-statistics.ts";
import { type DenseMatrix, type Matrix, readMatrix } from "./features.ts";

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
  #learned: { mean: number[]; variance: number[]; scale: number[] } | undefined;

  /** Mean of each column, `[nFeatures]`. Set by fit. */
  get mean(): readonly number[] {
    return this.#fitted("mean").mean;
  }

  /** Population variance of each column, `[nFeatures]`. Set by fit. */
  get variance(): readonly number[] {
    return this.#fitted("variance").variance;
  }

  /** What each column is divided by, `[nFeatures]`: its deviation, or 1 where there is none. Set by fit. */
  get scale(): readonly number[] {
    return this.#fitted("scale").scale;
  }

  /**
   * Learns mean and scale of the columns of X, `[nSamples, nFeatures]`.
   * @throws {TypeError|RangeError} when X is not a table of finite numbers, or a variance overflows
   */
  fit(X: Matrix): this {
    const matrix = readMatrix("StandardScaler.fit", X);
    const mean = columnMeans(matrix);
    const variance = columnVariances(matrix, mean);
    checkOverflow("StandardScaler.fit", "variance", variance);
    const scale = variance.map((value, j) =>
      isConstant(value, mean[j]!, matrix.nSamples) ? 1 : Math.sqrt(value),
    );
    this.#learned = { mean, variance, scale };
    return this;
  }

  /**
   * X with each column moved and divided, `[nSamples, nFeatures]`.
   * @throws {TypeError|RangeError} before fit, or when X is not a table of finite numbers of the fitted width
   */
  transform(X: Matrix): number[][] {
    const { mean, scale } = this.#fitted("transform");
    const matrix = readMatrix("StandardScaler.transform", X, mean.length);
    return mapValues(matrix, (value, j) => (value - mean[j]!) / scale[j]!);
  }

  /** Learns from X and returns it scaled: `fit(X).transform(X)`. */
  fitTransform(X: Matrix): number[][] {
    return this.fit(X).transform(X);
  }

  /**
   * Scaled rows Z back in their own units, `[nSamples, nFeatures]`.
   * @throws {TypeError|RangeError} before fit, or when Z is not a table of finite numbers of the fitted width
   */
  inverseTransform(Z: Matrix): number[][] {
    const { mean, scale } = this.#fitted("inverseTransform");
    const matrix = readMatrix("StandardScaler.inverseTransform", Z, mean.length);
    return mapValues(matrix, (value, j) => value * scale[j]! + mean[j]!);
  }

  #fitted(asked: string) {
    if (this.#learned === undefined) throw notFitted(`StandardScaler.${asked}`);
    return this.#learned;
  }
}

/**
 * Moves and stretches each column so that the rows it learned from fill `featureRange`.
 * A column whose range is below ten times the machine's epsilon counts as constant, as in scikit-learn:
 * it is moved and not stretched.
 * @example new MinMaxScaler().fitTransform([[1], [3], [5]]) // [[0], [0.5], [1]]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.MinMaxScaler.html
 */
export class MinMaxScaler {
  readonly featureRange: readonly [number, number];
  #learned: { dataMin: number[]; dataMax: number[]; dataRange: number[]; divisor: number[] } | undefined;

  constructor({ featureRange = [0, 1] }: { featureRange?: readonly [number, number] } = {}) {
    this.featureRange = featureRange;
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
  fit(X: Matrix): this {
    const [low, high] = this.featureRange;
    if (!(low < high) || !Number.isFinite(high - low)) {
      throw new RangeError(
        `MinMaxScaler needs a finite featureRange [low, high] with low < high, got [${shown(low)}, ${shown(high)}].`,
      );
    }
    const { dataMin, dataMax } = columnExtremes(readMatrix("MinMaxScaler.fit", X));
    const dataRange = dataMax.map((max, j) => max - dataMin[j]!);
    checkOverflow("MinMaxScaler.fit", "range", dataRange);
    const divisor = dataRange.map((range) => (range < 10 * Number.EPSILON ? 1 : range));
    this.#learned = { dataMin, dataMax, dataRange, divisor };
    return this;
  }

  /**
   * X with each column moved and stretched, `[nSamples, nFeatures]`. New rows may fall outside `featureRange`.
   * @throws {TypeError|RangeError} before fit, or when X is not a table of finite numbers of the fitted width
   */
  transform(X: Matrix): number[][] {
    const { dataMin, divisor } = this.#fitted("transform");
    const [low, high] = this.featureRange;
    const matrix = readMatrix("MinMaxScaler.transform", X, dataMin.length);
    // Dividing first, and not multiplying by `scale`, brings the largest value to exactly 1.
    return mapValues(matrix, (value, j) => ((value - dataMin[j]!) / divisor[j]!) * (high - low) + low);
  }

  /** Learns from X and returns it scaled: `fit(X).transform(X)`. */
  fitTransform(X: Matrix): number[][] {
    return this.fit(X).transform(X);
  }

  /**
   * Scaled rows Z back in their own units, `[nSamples, nFeatures]`.
   * @throws {TypeError|RangeError} before fit, or when Z is not a table of finite numbers of the fitted width
   */
  inverseTransform(Z: Matrix): number[][] {
    const { dataMin, divisor } = this.#fitted("inverseTransform");
    const [low, high] = this.featureRange;
    const matrix = readMatrix("MinMaxScaler.inverseTransform", Z, dataMin.length);
    return mapValues(matrix, (value, j) => ((value - low) / (high - low)) * divisor[j]! + dataMin[j]!);
  }

  #fitted(asked: string) {
    if (this.#learned === undefined) throw notFitted(`MinMaxScaler.${asked}`);
    return this.#learned;
  }
}

function checkOverflow(who: string, what: string, columns: readonly number[]): void {
  const j = columns.findIndex((value) => !Number.isFinite(value));
  if (j >= 0) {
    throw new RangeError(`${who} needs columns with a finite ${what}, got ${columns[j]} in column ${j}.`);
  }
}

/** New rows, each value replaced by what `change` makes of it and of its column's number. */
function mapValues(matrix: DenseMatrix, change: (value: number, j: number) => number): number[][] {
  const { values, nSamples, nFeatures } = matrix;
  const rows: number[][] = [];
  for (let i = 0; i < nSamples; i++) {
    const row: number[] = [];
    for (let j = 0; j < nFeatures; j++) row.push(change(values[i * nFeatures + j]!, j));
    rows.push(row);
  }
  return rows;
}
