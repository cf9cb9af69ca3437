import { checkCount, checkSameLength, notFitted } from "./check-input.ts";
import { type DenseMatrix, type Matrix, readMatrix } from "./features.ts";
import { type Label, sortedClasses } from "./labels.ts";
import { accuracyScore } from "./metrics.ts";
import { Smallest } from "./smallest.ts";

/** For each row that was asked about, its nearest training rows, nearest first: `[nSamples, nNeighbors]` both. */
export interface Neighbors {
  /** Euclidean distances. */
  distances: number[][];
  /** Positions in the training rows. */
  indices: number[][];
}

/**
 * Lets the `nNeighbors` nearest training rows vote, by Euclidean distance to every one of them.
 * Votes that tie go to the smallest label; of training rows that lie equally far, those shown first count as nearer.
 * @example
 * const knn = new KNeighborsClassifier({ nNeighbors: 1 }).fit([[0], [10]], ["low", "high"]);
 * knn.predict([[2]]); // ["low"]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.neighbors.KNeighborsClassifier.html
 */
export class KNeighborsClassifier<L extends Label = Label> {
  readonly nNeighbors: number;
  #learned: { training: DenseMatrix; classes: L[]; classOfRow: number[]; nNeighbors: number } | undefined;

  constructor({ nNeighbors = 5 }: { nNeighbors?: number } = {}) {
    this.nNeighbors = nNeighbors;
  }

  /** The distinct labels in ascending order. Set by fit. */
  get classes(): readonly L[] {
    return this.#fitted("classes").classes;
  }

  /**
   * Remembers the training rows X, `[nSamples, nFeatures]`, and their labels y, `[nSamples]`.
   * @throws {TypeError|RangeError} when X is not a table of finite numbers, y does not give it one label a row,
   *   or there are fewer rows than nNeighbors
   */
  fit(X: Matrix, y: readonly L[]): this {
    const who = "KNeighborsClassifier.fit";
    const training = readMatrix(who, X);
    checkSameLength(who, training.nSamples, y);
    const classes = sortedClasses(who, y);
    checkCount(who, "nNeighbors", this.nNeighbors, 1);
    if (this.nNeighbors > training.nSamples) {
      throw new RangeError(
        `${who} needs at least nNeighbors = ${this.nNeighbors} rows, got ${training.nSamples}.`,
      );
    }
    const position = new Map(classes.map((label, i) => [label, i]));
    const classOfRow = y.map((label) => position.get(label)!);
    this.#learned = { training, classes, classOfRow, nNeighbors: this.nNeighbors };
    return this;
  }

  /**
   * The nearest training rows of each row of X, `[nSamples, nFeatures]`.
   * @throws {TypeError|RangeError} before fit, when X is not a table of finite numbers of the fitted width,
   *   or a squared distance overflows
   */
  kneighbors(X: Matrix): Neighbors {
    const nearest = [...this.#nearest("kneighbors", X)];
    return {
      distances: nearest.map(({ values }) => values.map((squared) => Math.sqrt(squared))),
      indices: nearest.map(({ indices }) => indices),
    };
  }

  /**
   * The share of the neighbors' votes for each class, `[nSamples, nClasses]`, in the order of `classes`.
   * @throws {TypeError|RangeError} as kneighbors does
   */
  predictProba(X: Matrix): number[][] {
    const { nNeighbors } = this.#fitted("predictProba");
    return Array.from(this.#votes("predictProba", X), (votes) => votes.map((count) => count / nNeighbors));
  }

  /**
   * The label that most neighbors of each row have, `[nSamples]`.
   * @throws {TypeError|RangeError} as kneighbors does
   */
  predict(X: Matrix): L[] {
    const { classes } = this.#fitted("predict");
    return Array.from(this.#votes("predict", X), (votes) => classes[firstLargest(votes)]!);
  }

  /**
   * The share of rows of X whose label in y is predicted, from 0 to 1.
   * @throws {TypeError|RangeError} as kneighbors does, or when y does not give X one label a row
   */
  score(X: Matrix, y: readonly L[]): number {
    const predicted = this.predict(X);
    checkSameLength("KNeighborsClassifier.score", predicted.length, y);
    return accuracyScore(y, predicted);
  }

  /** How many neighbors of each row belong to each class; one row at a time, so that memory stays small. */
  *#votes(asked: string, X: Matrix): Generator<number[]> {
    const { classes, classOfRow } = this.#fitted(asked);
    for (const { indices } of this.#nearest(asked, X)) {
      const votes = classes.map(() => 0);
      for (const i of indices) votes[classOfRow[i]!]! += 1;
      yield votes;
    }
  }

  /** The squared distances and positions of each row's neighbors, nearest first. */
  *#nearest(asked: string, X: Matrix): Generator<{ values: number[]; indices: number[] }> {
    const { training, nNeighbors } = this.#fitted(asked);
    const who = `KNeighborsClassifier.${asked}`;
    const queries = readMatrix(who, X, training.nFeatures);
    const smallest = new Smallest(nNeighbors);
    for (let row = 0; row < queries.nSamples; row++) {
      smallest.clear();
      for (let i = 0; i < training.nSamples; i++) {
        smallest.offer(squaredDistance(queries, row, training, i), i);
      }
      const nearest = smallest.ascending();
      if (!Number.isFinite(nearest.values.at(-1))) {
        throw new RangeError(
          `${who} needs rows whose squared distances are finite, got one that overflows in row ${row}.`,
        );
      }
      yield nearest;
    }
  }

  #fitted(asked: string) {
    if (this.#learned === undefined) throw notFitted(`KNeighborsClassifier.${asked}`);
    return this.#learned;
  }
}

function squaredDistance(queries: DenseMatrix, row: number, training: DenseMatrix, i: number): number {
  const { nFeatures } = training;
  let sum = 0;
  for (let j = 0; j < nFeatures; j++) {
    const difference = queries.values[row * nFeatures + j]! - training.values[i * nFeatures + j]!;
    sum += difference * difference;
  }
  return sum;
}

/** The first position of the largest count, so that a tie goes to the smallest label. */
function firstLargest(counts: readonly number[]): number {
  return counts.reduce((best, count, i) => (count > counts[best]! ? i : best), 0);
}
