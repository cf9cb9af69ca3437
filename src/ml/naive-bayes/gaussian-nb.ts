import { notFitted, shown } from "../check-input.ts";
import type { ClassScores } from "../class-scores.ts";
import type { StoredEstimator } from "../estimator.ts";
import { type Features, readMatrix } from "../features.ts";
import type { Label } from "../labels.ts";
import { ProbabilisticClassifier } from "../probabilistic-classifier.ts";
import { readStored, storedNumber, storedNumbers } from "../stored.ts";
import { readClasses } from "../targets.ts";
import { type Gaussians, gaussianScores, gaussiansOf } from "./gaussians.ts";
import { checkPriors, countClasses } from "./priors.ts";

interface Learned<L extends Label> extends Gaussians {
  readonly classes: L[];
  readonly classCount: number[];
  readonly classPrior: number[];
  readonly epsilon: number;
}

/**
 * Takes each feature of each class to be normally distributed, whatever the other features are: learned are its mean
 * and its variance. To every variance is added varSmoothing times the largest variance of a feature, so that none is 0.
 * @example
 * const classifier = new GaussianNB().fit([[1], [2], [8], [9]], ["low", "low", "high", "high"]);
 * classifier.predict([[3]]); // ["low"]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.naive_bayes.GaussianNB.html
 */
export class GaussianNB<L extends Label = Label> extends ProbabilisticClassifier<L> {
  protected override readonly name = "GaussianNB";
  /** The probabilities of the classes before any feature is seen; their shares of the rows where undefined. */
  readonly priors: readonly number[] | undefined;
  readonly varSmoothing: number;
  #learned: Learned<L> | undefined;

  constructor({
    priors,
    varSmoothing = 1e-9,
  }: { priors?: readonly number[] | undefined; varSmoothing?: number } = {}) {
    super();
    this.priors = priors;
    this.varSmoothing = varSmoothing;
  }

  override get classes(): readonly L[] {
    return this.#fitted("classes").classes;
  }

  /** How many rows each class has, `[nClasses]`. Set by fit. */
  get classCount(): readonly number[] {
    return this.#fitted("classCount").classCount;
  }

  /** The probability of each class before any feature is seen, `[nClasses]`. Set by fit. */
  get classPrior(): readonly number[] {
    return this.#fitted("classPrior").classPrior;
  }

  /** The mean of each feature in each class, `[nClasses, nFeatures]`. Set by fit. */
  get theta(): readonly (readonly number[])[] {
    return this.#fitted("theta").theta;
  }

  /** The variance of each feature in each class, epsilon included, `[nClasses, nFeatures]`. Set by fit. */
  get var(): readonly (readonly number[])[] {
    return this.#fitted("var").variance;
  }

  /** What was added to every variance. Set by fit. */
  get epsilon(): number {
    return this.#fitted("epsilon").epsilon;
  }

  /**
   * Learns from rows X, `[nSamples, nFeatures]`, and their labels y, `[nSamples]`.
   * @throws {TypeError|RangeError} when X is not a table of finite numbers, y does not give it one label a row, priors
   *   are not one probability for each class, or a variance overflows, or is 0 because varSmoothing is
   */
  fit(X: Features, y: readonly L[]): this {
    const who = "GaussianNB.fit";
    if (!(this.varSmoothing >= 0 && this.varSmoothing < Infinity)) {
      throw new RangeError(`${who} needs a finite varSmoothing ≥ 0, got ${shown(this.varSmoothing)}.`);
    }
    const matrix = readMatrix(who, X);
    const labels = readClasses(who, matrix.nSamples, y);
    const { classes } = labels;
    if (this.priors) checkPriors(who, "priors", this.priors, classes.length);
    const classCount = countClasses(labels);
    const { theta, variance, largestVariance } = gaussiansOf(matrix, labels.codes, classCount);
    const epsilon = this.varSmoothing * largestVariance;
    const smoothed = variance.map((row) => row.map((value) => value + epsilon));
    checkVariances(who, smoothed, largestVariance);
    const classPrior = this.priors ? [...this.priors] : classCount.map((count) => count / matrix.nSamples);
    this.#learned = { classes, classCount, classPrior, theta, variance: smoothed, epsilon };
    return this;
  }

  /** Options and learned state as plain data for JSON. */
  toJSON(): StoredEstimator {
    const { priors, varSmoothing } = this;
    const learned = this.#learned && {
      classes: this.#learned.classes,
      classCount: this.#learned.classCount,
      classPrior: storedNumbers(this.#learned.classPrior),
      theta: this.#learned.theta.map(storedNumbers),
      variance: this.#learned.variance.map(storedNumbers),
      epsilon: storedNumber(this.#learned.epsilon),
    };
    return {
      estimator: "GaussianNB",
      options: { priors: priors && storedNumbers(priors), varSmoothing: storedNumber(varSmoothing) },
      learned: learned ?? null,
    };
  }

  /**
   * The estimator that toJSON wrote down.
   * @throws {TypeError} when it is not what toJSON of a GaussianNB gives
   */
  static fromJSON(json: unknown): GaussianNB {
    const { options, learned } = readStored("GaussianNB", json);
    const classifier = new GaussianNB({
      priors: options.has("priors") ? options.numbers("priors") : undefined,
      varSmoothing: options.number("varSmoothing"),
    });
    if (!learned) return classifier;
    const classes = learned.labels("classes");
    const theta = learned.rows("theta", classes.length);
    classifier.#learned = {
      classes,
      classCount: learned.numbers("classCount", classes.length),
      classPrior: learned.numbers("classPrior", classes.length),
      theta,
      variance: learned.rows("variance", classes.length, theta[0]?.length),
      epsilon: learned.number("epsilon"),
    };
    return classifier;
  }

  protected override scoresOf(asked: string, X: Features): ClassScores {
    const learned = this.#fitted(asked);
    const who = `GaussianNB.${asked}`;
    const matrix = readMatrix(who, X, learned.theta[0]!.length);
    const scores = gaussianScores(matrix, learned, learned.classPrior);
    checkDistances(who, scores);
    return scores;
  }

  #fitted(asked: string): Learned<L> {
    if (this.#learned === undefined) throw notFitted(`GaussianNB.${asked}`);
    return this.#learned;
  }
}

/** Where no feature varies at all there is nothing to learn but the priors, which is no mistake. */
function checkVariances(who: string, variance: readonly number[][], largestVariance: number): void {
  for (const row of variance) {
    const j = row.findIndex((value) => !Number.isFinite(value) || (value === 0 && largestVariance > 0));
    if (j < 0) continue;
    const needed =
      row[j] === 0 ? "varSmoothing > 0, or features that vary in each class" : "finite variances";
    throw new RangeError(`${who} needs ${needed}, got a variance of ${row[j]} in column ${j}.`);
  }
}

function checkDistances(who: string, { values, nClasses }: ClassScores): void {
  for (let start = 0; start < values.length; start += nClasses) {
    if (values.subarray(start, start + nClasses).some((score) => score > -Infinity)) continue;
    throw new RangeError(
      `${who} needs rows whose squared distances from the means are finite, got one that overflows in row ${start / nClasses}.`,
    );
  }
}
