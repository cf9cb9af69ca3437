import { checkCount, notFitted, shown } from "../check-input.ts";
import { checkFinite } from "../column-statistics.ts";
import type { StoredEstimator } from "../estimator.ts";
import { type DenseMatrix, type Features, readMatrix } from "../features.ts";
import { readCentered } from "../linear-model/centered.ts";
import { rowsOf } from "../rows-of.ts";
import { readStored, storedNumber, storedNumbers } from "../stored.ts";
import { principalAxes } from "./principal-axes.ts";
import { imagesOf } from "./singular-vectors.ts";

export interface PCAOptions {
  /**
   * How many components are kept: a whole number, or a share between 0 and 1 of the variance that they have to exceed
   * together. All if left out, of which there are as many as rows or columns, whichever are fewer.
   */
  nComponents?: number;
  /** Whether transform gives every component variance 1; it doesn't by default. */
  whiten?: boolean;
}

interface Learned {
  /** `[nFeatures]` */
  readonly mean: readonly number[];
  /** `[nComponents, nFeatures]` */
  readonly components: readonly (readonly number[])[];
  /** `[nComponents]`, all three. */
  readonly explainedVariance: readonly number[];
  readonly explainedVarianceRatio: readonly number[];
  readonly singularValues: readonly number[];
}

/**
 * Principal component analysis: the directions at right angles to each other in which the rows vary most. A column in
 * large units varies more than others, so scale them first unless units are alike.
 * @example
 * const pca = new PCA({ nComponents: 2 }).fit(X);
 * pca.transform(X); // [nSamples, 2], to be plotted
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.decomposition.PCA.html
 */
export class PCA {
  readonly nComponents: number | undefined;
  readonly whiten: boolean;
  #learned: Learned | undefined;

  constructor({ nComponents, whiten = false }: PCAOptions = {}) {
    this.nComponents = nComponents;
    this.whiten = whiten;
  }

  /**
   * Unit vectors in the directions of most variance, `[nComponents, nFeatures]`. Each points to the side on which the
   * training row lies that is farthest out. Set by fit.
   */
  get components(): readonly (readonly number[])[] {
    return this.#fitted("components").components;
  }

  /** The variance along each component, divided by n - 1, `[nComponents]`. Set by fit. */
  get explainedVariance(): readonly number[] {
    return this.#fitted("explainedVariance").explainedVariance;
  }

  /** The share of all variance that lies along each component, `[nComponents]`; 0 where there is none. Set by fit. */
  get explainedVarianceRatio(): readonly number[] {
    return this.#fitted("explainedVarianceRatio").explainedVarianceRatio;
  }

  /** The root of the sum of squared distances from the mean along each component, `[nComponents]`. Set by fit. */
  get singularValues(): readonly number[] {
    return this.#fitted("singularValues").singularValues;
  }

  /** The mean of each column, `[nFeatures]`. Set by fit. */
  get mean(): readonly number[] {
    return this.#fitted("mean").mean;
  }

  /**
   * Finds the components of the rows X, `[nSamples, nFeatures]`.
   * @throws {TypeError|RangeError} when X is not a table of finite numbers, has one row only, or nComponents is
   *   neither a share between 0 and 1 nor a whole number that rows and columns suffice for; or when variances overflow
   */
  fit(X: Features): this {
    const who = "PCA.fit";
    const { matrix, center } = readCentered(who, X, true);
    const { nSamples, nFeatures } = matrix;
    if (nSamples < 2) throw new RangeError(`${who} needs at least two rows to vary, got one.`);
    this.#checkCount(who, Math.min(nSamples, nFeatures));
    const { scaled, scale } = scaledToOne(matrix);
    const total = sumOfSquares(scaled.values);
    const found = principalAxes(scaled, (squares) => countFor(this.nComponents, squares, total));
    const squares = Array.from(found.singularValues, (value) => value * value);
    const explainedVariance = squares.map((square) => (square / (nSamples - 1)) * scale * scale);
    checkFinite(who, "variance", explainedVariance);
    this.#learned = {
      mean: Array.from(center),
      components: rowsOf(found.components, nFeatures),
      explainedVariance,
      explainedVarianceRatio: squares.map((square) => (total === 0 ? 0 : square / total)),
      singularValues: Array.from(found.singularValues, (value) => value * scale),
    };
    return this;
  }

  /**
   * Where the rows of X lie along each component, from the mean of the training rows, `[nSamples, nComponents]`. With
   * whiten, components without variance become 0.
   * @throws {TypeError|RangeError} before fit, or when X is not a table of finite numbers of the fitted width
   */
  transform(X: Features): number[][] {
    const { mean, components } = this.#fitted("transform");
    const matrix = readMatrix("PCA.transform", X, mean.length);
    const { values, nFeatures } = matrix;
    for (let row = 0; row < values.length; row += nFeatures) {
      for (let j = 0; j < nFeatures; j++) values[row + j]! -= mean[j]!;
    }
    const places = imagesOf(matrix, Float64Array.from(components.flat()), components.length);
    if (this.whiten) this.#timesDeviations(places, -1);
    return rowsOf(places, components.length);
  }

  /** Learns from X and returns its rows' places: `fit(X).transform(X)`. */
  fitTransform(X: Features): number[][] {
    return this.fit(X).transform(X);
  }

  /**
   * The rows that have the places Z, `[nSamples, nComponents]`, and nothing along directions that were left out:
   * `[nSamples, nFeatures]`.
   * @throws {TypeError|RangeError} before fit, or when Z is not a table of finite numbers, one for each component
   */
  inverseTransform(Z: Features): number[][] {
    const { mean, components } = this.#fitted("inverseTransform");
    const places = readMatrix("PCA.inverseTransform", Z, components.length);
    if (this.whiten) this.#timesDeviations(places.values, 1);
    const columns = Float64Array.from(mean.flatMap((_, j) => components.map((component) => component[j]!)));
    const rows = imagesOf(places, columns, mean.length);
    for (let at = 0; at < rows.length; at++) rows[at]! += mean[at % mean.length]!;
    return rowsOf(rows, mean.length);
  }

  /** Options and learned state as plain data for JSON.stringify; fromJSON reads it back. */
  toJSON(): StoredEstimator {
    const { nComponents, whiten } = this;
    const options = { ...(nComponents !== undefined && { nComponents: storedNumber(nComponents) }), whiten };
    const learned = this.#learned && {
      mean: storedNumbers(this.#learned.mean),
      components: this.#learned.components.map((component) => storedNumbers(component)),
      explainedVariance: storedNumbers(this.#learned.explainedVariance),
      explainedVarianceRatio: storedNumbers(this.#learned.explainedVarianceRatio),
      singularValues: storedNumbers(this.#learned.singularValues),
    };
    return { estimator: "PCA", options, learned: learned ?? null };
  }

  /**
   * The estimator that toJSON wrote down.
   * @throws {TypeError} when json is something else
   */
  static fromJSON(json: unknown): PCA {
    const { options, learned } = readStored("PCA", json);
    const pca = new PCA({
      ...(options.has("nComponents") && { nComponents: options.number("nComponents") }),
      whiten: options.boolean("whiten"),
    });
    if (learned) {
      const mean = learned.numbers("mean");
      const components = learned.rows("components", undefined, mean.length);
      pca.#learned = {
        mean,
        components,
        explainedVariance: learned.numbers("explainedVariance", components.length),
        explainedVarianceRatio: learned.numbers("explainedVarianceRatio", components.length),
        singularValues: learned.numbers("singularValues", components.length),
      };
    }
    return pca;
  }

  /** Multiplies the places along each component by its deviation, or for power -1 divides them by it. */
  #timesDeviations(places: Float64Array, power: 1 | -1): void {
    const { explainedVariance, singularValues } = this.#fitted("whiten");
    const factors = explainedVariance.map((variance, k) => {
      if (power === 1) return Math.sqrt(variance);
      // What rounding left is no variance that could be stretched to 1.
      return singularValues[k]! > singularValues[0]! * NOISE ? 1 / Math.sqrt(variance) : 0;
    });
    for (let at = 0; at < places.length; at++) places[at]! *= factors[at % factors.length]!;
  }

  #checkCount(who: string, most: number): void {
    const { nComponents } = this;
    if (nComponents === undefined || (nComponents > 0 && nComponents < 1)) return;
    checkCount(who, "nComponents", nComponents, 1);
    if (nComponents > most) {
      throw new RangeError(
        `${who} needs nComponents ≤ ${most}, the number of rows or columns, got ${shown(nComponents)}.`,
      );
    }
  }

  #fitted(asked: string): Learned {
    if (this.#learned === undefined) throw notFitted(`PCA.${asked}`);
    return this.#learned;
  }
}

/** A singular value below this share of the largest is made by rounding. */
const NOISE = 1e-14;

/** How many components are asked for, given the sum of squares along every one, largest first, and that of them all. */
function countFor(nComponents: number | undefined, squares: Float64Array, total: number): number {
  if (nComponents === undefined) return squares.length;
  if (nComponents >= 1) return nComponents;
  let sum = 0;
  const last = squares.findIndex((square) => {
    sum += square;
    return sum > nComponents * total;
  });
  return last < 0 ? squares.length : last + 1;
}

/** The matrix divided by a power of two, which is exact, so that no square overflows or vanishes. */
function scaledToOne(matrix: DenseMatrix): { scaled: DenseMatrix; scale: number } {
  let largest = 0;
  for (const value of matrix.values) largest = Math.max(largest, Math.abs(value));
  if (largest === 0) return { scaled: matrix, scale: 1 };
  const scale = 2 ** Math.max(-1022, Math.min(1023, Math.ceil(Math.log2(largest))));
  const values = new Float64Array(matrix.values.length);
  for (let at = 0; at < values.length; at++) values[at] = matrix.values[at]! / scale;
  return { scaled: { ...matrix, values }, scale };
}

function sumOfSquares(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}
