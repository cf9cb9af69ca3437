import { notFitted } from "../check-input.ts";
import type { StoredEstimator } from "../estimator.ts";
import { type Features, readMatrix } from "../features.ts";
import { r2Score } from "../metrics/regression.ts";
import { readStored, storedNumbers } from "../stored.ts";
import { readTargets } from "../targets.ts";
import { NeighborsEstimator, readOptions, weightsOf } from "./neighbors-estimator.ts";

/**
 * Predicts the mean target of the `nNeighbors` nearest training rows, each weighted by 1 / its distance if asked for.
 * @example
 * const knn = new KNeighborsRegressor({ nNeighbors: 2 }).fit([[0], [1], [10]], [5, 7, 100]);
 * knn.predict([[2]]); // [6]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.neighbors.KNeighborsRegressor.html
 */
export class KNeighborsRegressor extends NeighborsEstimator {
  protected readonly name = "KNeighborsRegressor";
  #targets: Float64Array | undefined;

  /**
   * Remembers the training rows X, `[nSamples, nFeatures]`, and their targets y, `[nSamples]`.
   * @throws {TypeError|RangeError} when X is not a table of finite numbers, y does not give it one finite number a
   *   row, there are fewer rows than nNeighbors, or an option is not one of its values
   */
  fit(X: Features, y: readonly number[]): this {
    const who = "KNeighborsRegressor.fit";
    const training = readMatrix(who, X);
    const targets = readTargets(who, training.nSamples, y);
    this.remember(who, training);
    this.#targets = targets;
    return this;
  }

  /**
   * The mean of the targets of each row's neighbors, `[nSamples]`.
   * @throws {TypeError|RangeError} as kneighbors does
   */
  predict(X: Features): number[] {
    const targets = this.#targets;
    if (targets === undefined) throw notFitted("KNeighborsRegressor.predict");
    return Array.from(this.nearest("predict", X), ({ distances, indices }) => {
      const weights = weightsOf(this.weights, distances);
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return indices.reduce((sum, index, i) => sum + targets[index]! * weights[i]!, 0) / total;
    });
  }

  /**
   * R², the share of the variance of y that the predictions for X explain: at most 1, below 0 when the mean does better.
   * @throws {TypeError|RangeError} as kneighbors does, or when y does not give X one number a row
   */
  score(X: Features, y: readonly number[]): number {
    return r2Score(y, this.predict(X));
  }

  /** Options and learned state as plain data for JSON.stringify; fromJSON reads it back. */
  toJSON(): StoredEstimator {
    const learned = this.#targets && { rows: this.storedRows(), targets: storedNumbers(this.#targets) };
    return { estimator: this.name, options: this.storedOptions(), learned: learned ?? null };
  }

  /**
   * The regressor that toJSON wrote down.
   * @throws {TypeError|RangeError} when json is something else
   */
  static fromJSON(json: unknown): KNeighborsRegressor {
    const { options, learned } = readStored("KNeighborsRegressor", json);
    const knn = new KNeighborsRegressor(readOptions(options));
    return learned ? knn.fit(learned.rows("rows"), learned.numbers("targets")) : knn;
  }
}
