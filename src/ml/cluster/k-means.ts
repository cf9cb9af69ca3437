import { checkCount, notFitted, shown } from "../check-input.ts";
import type { StoredEstimator } from "../estimator.ts";
import { type DenseMatrix, type Features, type Matrix, readMatrix } from "../features.ts";
import { rowsOf } from "../rows-of.ts";
import { readStored, storedNumber, storedNumbers } from "../stored.ts";
import { Assignment } from "./assignment.ts";
import { bestClustering } from "./best-clustering.ts";
import { inertiaOf } from "./lloyd.ts";
import { squaredDistance } from "./squared-distance.ts";

export interface KMeansOptions {
  /** 8 if left out. */
  nClusters?: number;
  /** Where the centers start: rows far apart, which is the default, any rows, or the given `[nClusters, nFeatures]`. */
  init?: "k-means++" | "random" | Matrix;
  /** How many starts are tried, of which the one with the least inertia is kept; 10. Given centers are tried once. */
  nInit?: number;
  /** How many times the centers are moved at most; 300. */
  maxIter?: number;
  /** The sum of squared moves, as a share of the columns' mean variance, that counts as none; 0.0001. */
  tol?: number;
  /** Seeds the choice of starts; 0. */
  randomState?: number;
}

interface Learned {
  /** `[nClusters, nFeatures]`, row after row. */
  readonly centers: Float64Array;
  readonly nFeatures: number;
  readonly labels: readonly number[];
  readonly inertia: number;
  readonly nIter: number;
}

/**
 * Parts rows into `nClusters` groups around centers, so that the squares of the distances from the rows to their
 * centers add up to little. It finds a minimum, not always the least one, and a column in large units counts for more.
 * @example
 * const kMeans = new KMeans({ nClusters: 2 }).fit([[1], [2], [10], [11]]);
 * kMeans.predict([[0], [9]]); // two different numbers
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.cluster.KMeans.html
 */
export class KMeans {
  readonly nClusters: number;
  readonly init: "k-means++" | "random" | Matrix;
  readonly nInit: number;
  readonly maxIter: number;
  readonly tol: number;
  readonly randomState: number;
  #learned: Learned | undefined;

  constructor({
    nClusters = 8,
    init = "k-means++",
    nInit = 10,
    maxIter = 300,
    tol = 1e-4,
    randomState = 0,
  }: KMeansOptions = {}) {
    this.nClusters = nClusters;
    this.init = init;
    this.nInit = nInit;
    this.maxIter = maxIter;
    this.tol = tol;
    this.randomState = randomState;
  }

  /** `[nClusters, nFeatures]`. Set by fit. */
  get clusterCenters(): number[][] {
    const { centers, nFeatures } = this.#fitted("clusterCenters");
    return rowsOf(centers, nFeatures);
  }

  /** The position of each training row's center, `[nSamples]`. Set by fit. */
  get labels(): readonly number[] {
    return this.#fitted("labels").labels;
  }

  /** The sum of the squared distances from the training rows to their centers. Set by fit. */
  get inertia(): number {
    return this.#fitted("inertia").inertia;
  }

  /** How many times the centers were moved, from the start that was kept. Set by fit. */
  get nIter(): number {
    return this.#fitted("nIter").nIter;
  }

  /**
   * Finds centers for the rows X, `[nSamples, nFeatures]`.
   * @throws {TypeError|RangeError} when X is not a table of finite numbers, has fewer rows than nClusters, squared
   *   distances overflow, or an option is out of its range
   */
  fit(X: Features): this {
    const who = "KMeans.fit";
    this.#checkOptions(who);
    const matrix = readMatrix(who, X);
    if (matrix.nSamples < this.nClusters) {
      throw new RangeError(
        `${who} needs at least nClusters = ${this.nClusters} rows, got ${matrix.nSamples}.`,
      );
    }
    const { centers, labels, inertia, nIter } = bestClustering(who, matrix, this);
    if (!Number.isFinite(inertia)) {
      throw new RangeError(`${who} needs rows whose squared distances are finite, got some that overflow.`);
    }
    this.#learned = {
      centers,
      nFeatures: matrix.nFeatures,
      labels: Array.from(labels),
      inertia,
      nIter,
    };
    return this;
  }

  /** Learns from X and returns the position of each row's center: `fit(X).labels`. */
  fitPredict(X: Features): number[] {
    return [...this.fit(X).labels];
  }

  /**
   * The position of the center nearest to each row of X, `[nSamples]`; of equally near ones, the first.
   * @throws {TypeError|RangeError} before fit, or when X is not a table of finite numbers of the fitted width
   */
  predict(X: Features): number[] {
    const { centers, nFeatures } = this.#fitted("predict");
    return Array.from(nearestCenters(readMatrix("KMeans.predict", X, nFeatures), centers));
  }

  /**
   * The distance from each row of X to each center, `[nSamples, nClusters]`.
   * @throws {TypeError|RangeError} as predict does
   */
  transform(X: Features): number[][] {
    const { centers, nFeatures } = this.#fitted("transform");
    const { values, nSamples } = readMatrix("KMeans.transform", X, nFeatures);
    const distances = new Float64Array(nSamples * this.nClusters);
    for (let at = 0; at < distances.length; at++) {
      const i = Math.floor(at / this.nClusters);
      const k = at % this.nClusters;
      distances[at] = Math.sqrt(squaredDistance(values, i * nFeatures, centers, k * nFeatures, nFeatures));
    }
    return rowsOf(distances, this.nClusters);
  }

  /** Learns from X and returns its distances: `fit(X).transform(X)`. */
  fitTransform(X: Features): number[][] {
    return this.fit(X).transform(X);
  }

  /**
   * Minus the inertia of X: more is better, and 0 is best.
   * @throws {TypeError|RangeError} as predict does
   */
  score(X: Features): number {
    const { centers, nFeatures } = this.#fitted("score");
    const matrix = readMatrix("KMeans.score", X, nFeatures);
    return -inertiaOf(matrix, centers, nearestCenters(matrix, centers));
  }

  /** Options and learned state as plain data for JSON.stringify; fromJSON reads it back. */
  toJSON(): StoredEstimator {
    const { nClusters, init, nInit, maxIter, tol, randomState } = this;
    const options = {
      nClusters: storedNumber(nClusters),
      init: typeof init === "string" ? init : init.map((center) => storedNumbers(center)),
      nInit: storedNumber(nInit),
      maxIter: storedNumber(maxIter),
      tol: storedNumber(tol),
      randomState: storedNumber(randomState),
    };
    const learned = this.#learned && {
      clusterCenters: this.clusterCenters.map((center) => storedNumbers(center)),
      labels: this.#learned.labels,
      inertia: this.#learned.inertia,
      nIter: this.#learned.nIter,
    };
    return { estimator: "KMeans", options, learned: learned ?? null };
  }

  /**
   * The estimator that toJSON wrote down.
   * @throws {TypeError|RangeError} when json is something else
   */
  static fromJSON(json: unknown): KMeans {
    const { options, learned } = readStored("KMeans", json);
    const kMeans = new KMeans({
      nClusters: options.number("nClusters"),
      init: Array.isArray(options.value("init"))
        ? options.rows("init")
        : options.oneOf("init", ["k-means++", "random"]),
      nInit: options.number("nInit"),
      maxIter: options.number("maxIter"),
      tol: options.number("tol"),
      randomState: options.number("randomState"),
    });
    if (learned) {
      const rows = learned.rows("clusterCenters", kMeans.nClusters);
      const { values, nFeatures } = readMatrix("KMeans.fromJSON", rows);
      kMeans.#learned = {
        centers: values,
        nFeatures,
        labels: learned.numbers("labels"),
        inertia: learned.number("inertia"),
        nIter: learned.number("nIter"),
      };
    }
    return kMeans;
  }

  #checkOptions(who: string): void {
    checkCount(who, "nClusters", this.nClusters, 1);
    checkCount(who, "nInit", this.nInit, 1);
    checkCount(who, "maxIter", this.maxIter, 1);
    if (!(this.tol >= 0)) throw new RangeError(`${who} needs tol ≥ 0, got ${shown(this.tol)}.`);
    const { init } = this;
    if (init !== "k-means++" && init !== "random" && typeof init === "string") {
      throw new RangeError(
        `${who} needs init "k-means++", "random" or an array of centers, got ${shown(init)}.`,
      );
    }
  }

  #fitted(asked: string): Learned {
    if (this.#learned === undefined) throw notFitted(`KMeans.${asked}`);
    return this.#learned;
  }
}

function nearestCenters(X: DenseMatrix, centers: Float64Array): Int32Array {
  const assignment = new Assignment(X);
  assignment.assign(centers);
  return assignment.labels;
}
