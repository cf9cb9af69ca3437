import { checkSameLength } from "../check-input.ts";
import { likeliestClasses, rowsOf } from "../class-scores.ts";
import type { StoredEstimator } from "../estimator.ts";
import { type Features, readMatrix } from "../features.ts";
import type { Label } from "../labels.ts";
import { accuracyScore } from "../metrics.ts";
import { readStored } from "../stored.ts";
import { readClasses } from "../targets.ts";
import { type MLPOptions, readOptions, storedOptions } from "./mlp-options.ts";
import { MultilayerPerceptron, readTraining, storedTraining } from "./multilayer-perceptron.ts";
import { binaryLogLoss, multinomialLogLoss, type Output } from "./output.ts";
import { type Trained, train } from "./training.ts";

interface Learned<L extends Label> extends Trained {
  readonly classes: L[];
}

/**
 * A neural network that says how likely each class is: trained to the smallest mean log-loss, batch by batch. Scale the
 * features first; the weights start within a range that suits values of about 1.
 * @example
 * const network = new MLPClassifier({ hiddenLayerSizes: [16], maxIter: 500 }).fit(XTrain, yTrain);
 * network.lossCurve.at(-1); // the mean loss of the last epoch
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.neural_network.MLPClassifier.html
 */
export class MLPClassifier<L extends Label = Label> extends MultilayerPerceptron<Learned<L>> {
  protected readonly estimator = "MLPClassifier";

  constructor(options: Partial<MLPOptions> = {}) {
    super(options);
  }

  /** The distinct labels in ascending order. Set by fit. */
  get classes(): readonly L[] {
    return this.fitted("classes").classes;
  }

  /**
   * Learns from rows X, `[nSamples, nFeatures]`, and their labels y, `[nSamples]`.
   * @throws {TypeError|RangeError} when X is not a table of finite numbers, y does not give it one label a row, an
   *   option is out of its range, or weights overflow
   */
  fit(X: Features, y: readonly L[]): this {
    const who = "MLPClassifier.fit";
    const matrix = readMatrix(who, X);
    const { classes, codes } = readClasses(who, matrix.nSamples, y);
    const output = outputOf(classes, codes);
    const score = (outputs: Float64Array, samples: Int32Array) =>
      accuracyScore(
        Array.from(samples, (i) => classes[codes[i]!]!),
        likeliest(outputs, classes),
      );
    this.learned = { classes, ...train(who, { matrix, output, codes, score }, this) };
    return this;
  }

  /**
   * The probability of each class, `[nSamples, nClasses]`, in the order of `classes`.
   * @throws {TypeError|RangeError} before fit, or when X is not a table of finite numbers of the fitted width
   */
  predictProba(X: Features): number[][] {
    const { outputs, classes } = this.#probabilities("predictProba", X);
    return classes.length === 2
      ? Array.from(outputs, (share) => [1 - share, share])
      : rowsOf(outputs, classes.length);
  }

  /**
   * The logarithms of predictProba, `[nSamples, nClasses]`.
   * @throws {TypeError|RangeError} as predictProba does
   */
  predictLogProba(X: Features): number[][] {
    return this.predictProba(X).map((row) => row.map(Math.log));
  }

  /**
   * The likeliest class of each row of X, `[nSamples]`.
   * @throws {TypeError|RangeError} as predictProba does
   */
  predict(X: Features): L[] {
    const { outputs, classes } = this.#probabilities("predict", X);
    return likeliest(outputs, classes);
  }

  /**
   * The share of rows of X whose label in y is predicted, from 0 to 1.
   * @throws {TypeError|RangeError} as predictProba does, or when y does not give X one label a row
   */
  score(X: Features, y: readonly L[]): number {
    const predicted = this.predict(X);
    checkSameLength("MLPClassifier.score", predicted.length, y);
    return accuracyScore(y, predicted);
  }

  /** Options and learned state as plain data for JSON. */
  toJSON(): StoredEstimator {
    const learned = this.learned && { classes: this.learned.classes, ...storedTraining(this.learned) };
    return { estimator: "MLPClassifier", options: storedOptions(this), learned: learned ?? null };
  }

  /**
   * The estimator that toJSON wrote down.
   * @throws {TypeError} when it is not what toJSON of an MLPClassifier gives
   */
  static fromJSON(json: unknown): MLPClassifier {
    const { options, learned } = readStored("MLPClassifier", json);
    const classifier = new MLPClassifier(readOptions(options));
    if (learned) classifier.learned = { classes: learned.labels("classes"), ...readTraining(learned) };
    return classifier;
  }

  #probabilities(asked: string, X: Features): { outputs: Float64Array; classes: L[] } {
    const { classes } = this.fitted(asked);
    return { outputs: this.outputs(asked, X, outputOf(classes, new Int32Array(0))), classes };
  }
}

/** One probability for two classes, one for each of more. */
function outputOf(classes: readonly Label[], codes: Int32Array): Output {
  return classes.length === 2 ? binaryLogLoss(codes) : multinomialLogLoss(codes, classes.length);
}

function likeliest<L extends Label>(outputs: Float64Array, classes: readonly L[]): L[] {
  if (classes.length === 2) return Array.from(outputs, (share) => classes[share > 0.5 ? 1 : 0]!);
  return likeliestClasses({ values: outputs, nClasses: classes.length }, classes);
}
