import { checkSameLength, notFitted } from "../check-input.ts";
import type { StoredEstimator } from "../estimator.ts";
import { type Features, readMatrix } from "../features.ts";
import type { Label } from "../labels.ts";
import { accuracyScore } from "../metrics/accuracy.ts";
import { readStored } from "../stored.ts";
import { type ClassCodes, readClasses } from "../targets.ts";
import { NeighborsEstimator, readOptions, weightsOf } from "./neighbors-estimator.ts";

/**
 * Lets the `nNeighbors` nearest training rows vote. Votes that tie go to the smallest label; of training rows that lie
 * equally far, those shown first count as nearer.
 * @example
 * const knn = new KNeighborsClassifier({ nNeighbors: 1 }).fit([[0], [10]], ["low", "high"]);
 * knn.predict([[2]]); // ["low"]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.neighbors.KNeighborsClassifier.html
 */
export class KNeighborsClassifier<L extends Label = Label> extends NeighborsEstimator {
  protected readonly name = "KNeighborsClassifier";
  #learned: ClassCodes<L> | undefined;

  /** The distinct labels in ascending order. Set by fit. */
  get classes(): readonly L[] {
    return this.#fitted("classes").classes;
  }

  /**
   * Remembers the training rows X, `[nSamples, nFeatures]`, and their labels y, `[nSamples]`.
   * @throws {TypeError|RangeError} when X is not a table of finite numbers, y does not give it one label a row,
   *   there are fewer rows than nNeighbors, or an option is not one of its values
   */
  fit(X: Features, y: readonly L[]): this {
    const who = "KNeighborsClassifier.fit";
    const training = readMatrix(who, X);
    const learned = readClasses(who, training.nSamples, y);
    this.remember(who, training);
    this.#learned = learned;
    return this;
  }

  /**
   * The share of the neighbors' votes for each class, `[nSamples, nClasses]`, in the order of `classes`.
   * @throws {TypeError|RangeError} as kneighbors does
   */
  predictProba(X: Features): number[][] {
    return Array.from(this.#votes("predictProba", X), (votes) => {
      const total = votes.reduce((sum, vote) => sum + vote, 0);
      return votes.map((vote) => vote / total);
    });
  }

  /**
   * The label that most neighbors of each row have, or that with most weight, `[nSamples]`.
   * @throws {TypeError|RangeError} as kneighbors does
   */
  predict(X: Features): L[] {
    const { classes } = this.#fitted("predict");
    return Array.from(this.#votes("predict", X), (votes) => classes[firstLargest(votes)]!);
  }

  /**
   * The share of rows of X whose label in y is predicted, from 0 to 1.
   * @throws {TypeError|RangeError} as kneighbors does, or when y does not give X one label a row
   */
  score(X: Features, y: readonly L[]): number {
    const predicted = this.predict(X);
    checkSameLength("KNeighborsClassifier.score", predicted.length, y);
    return accuracyScore(y, predicted);
  }

  /** Options and learned state as plain data for JSON.stringify; fromJSON reads it back. */
  toJSON(): StoredEstimator {
    const learned = this.#learned && {
      rows: this.storedRows(),
      labels: Array.from(this.#learned.codes, (code) => this.#learned!.classes[code]!),
    };
    return { estimator: this.name, options: this.storedOptions(), learned: learned ?? null };
  }

  /**
   * The classifier that toJSON wrote down.
   * @throws {TypeError|RangeError} when json is something else
   */
  static fromJSON(json: unknown): KNeighborsClassifier {
    const { options, learned } = readStored("KNeighborsClassifier", json);
    const knn = new KNeighborsClassifier(readOptions(options));
    return learned ? knn.fit(learned.rows("rows"), learned.labels("labels")) : knn;
  }

  /** How much weight the neighbors of each row give to each class. */
  *#votes(asked: string, X: Features): Generator<number[]> {
    const { classes, codes } = this.#fitted(asked);
    for (const { distances, indices } of this.nearest(asked, X)) {
      const weights = weightsOf(this.weights, distances);
      const votes = classes.map(() => 0);
      indices.forEach((index, i) => {
        votes[codes[index]!]! += weights[i]!;
      });
      yield votes;
    }
  }

  #fitted(asked: string): ClassCodes<L> {
    if (this.#learned === undefined) throw notFitted(`${this.name}.${asked}`);
    return this.#learned;
  }
}

/** The first position of the largest count, so that a tie goes to the smallest label. */
function firstLargest(counts: readonly number[]): number {
  return counts.reduce((best, count, i) => (count > counts[best]! ? i : best), 0);
}
