import type { StoredEstimator } from "../estimator.ts";
import { type Features, readMatrix } from "../features.ts";
import { r2Score } from "../metrics.ts";
import { readStored } from "../stored.ts";
import { readTargets } from "../targets.ts";
import { type MLPOptions, readOptions, storedOptions } from "./mlp-options.ts";
import { MultilayerPerceptron, readTraining, storedTraining } from "./multilayer-perceptron.ts";
import { squaredError } from "./output.ts";
import { type Trained, train } from "./training.ts";

/**
 * A neural network that predicts a number: trained to the smallest mean squared error, batch by batch. Scale features
 * and targets first; the weights start within a range that suits values of about 1.
 * @example new MLPRegressor({ hiddenLayerSizes: [32, 32], solver: "sgd" }).fit(XTrain, yTrain).predict(XTest);
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.neural_network.MLPRegressor.html
 */
export class MLPRegressor extends MultilayerPerceptron<Trained> {
  protected readonly estimator = "MLPRegressor";

  constructor(options: Partial<MLPOptions> = {}) {
    super(options);
  }

  /**
   * Learns from rows X, `[nSamples, nFeatures]`, and their targets y, `[nSamples]`.
   * @throws {TypeError|RangeError} when X is not a table of finite numbers, y does not give it one finite number a row,
   *   an option is out of its range, or weights overflow
   */
  fit(X: Features, y: readonly number[]): this {
    const who = "MLPRegressor.fit";
    const matrix = readMatrix(who, X);
    const targets = readTargets(who, matrix.nSamples, y);
    const score = (outputs: Float64Array, samples: Int32Array) =>
      r2Score(
        Array.from(samples, (i) => targets[i]!),
        Array.from(outputs),
      );
    const task = { matrix, output: squaredError(targets), codes: undefined, score };
    this.learned = train(who, task, this);
    return this;
  }

  /**
   * The prediction for each row of X, `[nSamples]`.
   * @throws {TypeError|RangeError} before fit, or when X is not a table of finite numbers of the fitted width
   */
  predict(X: Features): number[] {
    return Array.from(this.outputs("predict", X, squaredError(new Float64Array(0))));
  }

  /**
   * R², the share of the variance of y that the predictions for X explain: at most 1, below 0 when the mean does better.
   * @throws {TypeError|RangeError} as predict does, or when y does not give X one number a row
   */
  score(X: Features, y: readonly number[]): number {
    return r2Score(y, this.predict(X));
  }

  /** Options and learned state as plain data for JSON. */
  toJSON(): StoredEstimator {
    const learned = this.learned ? storedTraining(this.learned) : null;
    return { estimator: "MLPRegressor", options: storedOptions(this), learned };
  }

  /**
   * The estimator that toJSON wrote down.
   * @throws {TypeError} when it is not what toJSON of an MLPRegressor gives
   */
  static fromJSON(json: unknown): MLPRegressor {
    const { options, learned } = readStored("MLPRegressor", json);
    const regressor = new MLPRegressor(readOptions(options));
    if (learned) regressor.learned = readTraining(learned);
    return regressor;
  }
}
