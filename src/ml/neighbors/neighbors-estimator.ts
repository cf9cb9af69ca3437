import { checkCount, notFitted, shown } from "../check-input.ts";
import { type DenseMatrix, type Features, readMatrix } from "../features.ts";
import { type StoredFields, storedNumber, storedNumbers } from "../stored.ts";
import { BruteForce } from "./brute-force.ts";
import { KDTree } from "./k-d-tree.ts";
import { type Metric, type MetricName, readMetric } from "./metric.ts";
import { type Nearest, type NeighborSearch, nearestOfEach } from "./neighbor-search.ts";

/** What the estimators of this module can be told, scikit-learn's names and defaults. */
export interface NeighborsOptions {
  /** How many neighbors are asked; 5. */
  nNeighbors?: number;
  /** Whether every neighbor counts alike, which is so by default, or each by 1 / its distance. */
  weights?: "uniform" | "distance";
  /** How neighbors are searched for. All ways find the same ones; "auto", the default, takes the quickest. */
  algorithm?: "auto" | "brute" | "kdTree";
  /** How many rows a leaf of the k-d tree may hold; 30. */
  leafSize?: number;
  /** "minkowski" by default. */
  metric?: MetricName;
  /** The exponent of "minkowski": 2 by default, which is the Euclidean distance. */
  p?: number;
}

/** For each row that was asked about, its nearest training rows, nearest first: `[nSamples, nNeighbors]` both. */
export interface Neighbors {
  distances: number[][];
  /** Positions in the training rows. */
  indices: number[][];
}

interface TrainingRows {
  readonly search: NeighborSearch;
  readonly metric: Metric;
  readonly nSamples: number;
  readonly nFeatures: number;
  readonly nNeighbors: number;
}

/** The half that classifier and regressor have in common: remember the training rows, find the nearest of them. */
export abstract class NeighborsEstimator {
  readonly nNeighbors: number;
  readonly weights: "uniform" | "distance";
  readonly algorithm: "auto" | "brute" | "kdTree";
  readonly leafSize: number;
  readonly metric: MetricName;
  readonly p: number;
  #training: TrainingRows | undefined;

  constructor({
    nNeighbors = 5,
    weights = "uniform",
    algorithm = "auto",
    leafSize = 30,
    metric = "minkowski",
    p = 2,
  }: NeighborsOptions = {}) {
    this.nNeighbors = nNeighbors;
    this.weights = weights;
    this.algorithm = algorithm;
    this.leafSize = leafSize;
    this.metric = metric;
    this.p = p;
  }

  /** The class's name, for errors and toJSON. */
  protected abstract readonly name: string;

  /**
   * The nearest training rows of each row of X, `[nSamples, nFeatures]`. Of training rows that lie equally far, those
   * shown first count as nearer.
   * @throws {TypeError|RangeError} before fit, when X is not a table of finite numbers of the fitted width,
   *   or a squared distance overflows
   */
  kneighbors(X: Features): Neighbors {
    const nearest = [...this.nearest("kneighbors", X)];
    return {
      distances: nearest.map(({ distances }) => distances),
      indices: nearest.map(({ indices }) => indices),
    };
  }

  /** The neighbors of one row of X after the other, so that memory stays small. */
  protected nearest(asked: string, X: Features): Generator<Nearest> {
    const who = `${this.name}.${asked}`;
    if (this.#training === undefined) throw notFitted(who);
    const { search, metric, nFeatures, nNeighbors } = this.#training;
    return nearestOfEach(who, search, metric, readMatrix(who, X, nFeatures), nNeighbors);
  }

  /** Checks the options and prepares the training rows for searches. */
  protected remember(who: string, training: DenseMatrix): void {
    const { nNeighbors, leafSize } = this;
    checkCount(who, "nNeighbors", nNeighbors, 1);
    checkCount(who, "leafSize", leafSize, 1);
    checkWord(who, "weights", this.weights, ["uniform", "distance"]);
    checkWord(who, "algorithm", this.algorithm, ["auto", "brute", "kdTree"]);
    const metric = readMetric(who, this.metric, this.p);
    const { nSamples, nFeatures } = training;
    if (nNeighbors > nSamples) {
      throw new RangeError(`${who} needs at least nNeighbors = ${nNeighbors} rows, got ${nSamples}.`);
    }
    // Measured: the tree pays where there are rows enough to halve every column twice.
    const treePays = nSamples >= 4 ** nFeatures && nNeighbors < nSamples / 2;
    const usesTree = this.algorithm === "kdTree" || (this.algorithm === "auto" && treePays);
    const search = usesTree ? new KDTree(training, metric, leafSize) : new BruteForce(training, metric);
    this.#training = { search, metric, nSamples, nFeatures, nNeighbors };
  }

  /** The options as toJSON writes them down. */
  protected storedOptions(): object {
    const { nNeighbors, weights, algorithm, leafSize, metric, p } = this;
    return {
      nNeighbors: storedNumber(nNeighbors),
      weights,
      algorithm,
      leafSize: storedNumber(leafSize),
      metric,
      p: storedNumber(p),
    };
  }

  /** The training rows as toJSON writes them down, in the order in which they were shown. */
  protected storedRows(): object[] {
    const { search, nSamples, nFeatures } = this.#training!;
    const { values, stride, rowIndex } = search.block;
    const rows: object[] = new Array(nSamples);
    rowIndex.forEach((index, row) => {
      rows[index] = storedNumbers(values.subarray(row * stride, row * stride + nFeatures));
    });
    return rows;
  }
}

/** The options that storedOptions wrote down. */
export function readOptions(options: StoredFields): NeighborsOptions {
  return {
    nNeighbors: options.number("nNeighbors"),
    weights: options.oneOf("weights", ["uniform", "distance"]),
    algorithm: options.oneOf("algorithm", ["auto", "brute", "kdTree"]),
    leafSize: options.number("leafSize"),
    metric: options.oneOf("metric", ["minkowski", "euclidean", "manhattan"]),
    p: options.number("p"),
  };
}

/**
 * How much each neighbor counts, given their distances in ascending order. Only the shares matter, so 1 / distance is
 * taken times the least distance, and can't overflow. Where neighbors lie at the very place, only they count.
 */
export function weightsOf(weights: "uniform" | "distance", distances: readonly number[]): number[] {
  if (weights === "uniform") return distances.map(() => 1);
  const least = distances[0]!;
  if (least === 0) return distances.map((distance) => (distance === 0 ? 1 : 0));
  return distances.map((distance) => least / distance);
}

function checkWord(who: string, option: string, value: string, words: readonly string[]): void {
  if (words.includes(value)) return;
  throw new RangeError(`${who} needs ${option} ${words.map(shown).join(" or ")}, got ${shown(value)}.`);
}
