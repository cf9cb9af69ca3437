import { notFitted, shown } from "../check-input.ts";
import type { ClassScores } from "../class-scores.ts";
import { linearFunctions } from "../dense-products.ts";
import type { StoredEstimator } from "../estimator.ts";
import { type DenseMatrix, type Features, readMatrix } from "../features.ts";
import type { Label } from "../labels.ts";
import { ProbabilisticClassifier } from "../probabilistic-classifier.ts";
import { readStored, storedNumber, storedNumbers } from "../stored.ts";
import { readClasses } from "../targets.ts";
import { checkPriors, countClasses } from "./priors.ts";

interface Learned<L extends Label> {
  readonly classes: L[];
  readonly classCount: number[];
  readonly classLogPrior: number[];
  readonly featureCount: number[][];
  readonly featureLogProb: number[][];
}

/** Smaller values of alpha count as this one, as in scikit-learn 1.2: the logarithm of 0 would decide alone. */
const LEAST_ALPHA = 1e-10;

/**
 * Takes each row to be counts, of words in a text say, drawn one by one: learned is how likely each feature is drawn
 * in each class. alpha is added to every count, so that what was never seen is not impossible.
 * @example
 * const classifier = new MultinomialNB().fit([[2, 0], [0, 3]], ["letter", "bill"]);
 * classifier.predict([[1, 0]]); // ["letter"]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.naive_bayes.MultinomialNB.html
 */
export class MultinomialNB<L extends Label = Label> extends ProbabilisticClassifier<L> {
  protected override readonly name = "MultinomialNB";
  readonly alpha: number;
  /** Whether the classes' shares of the rows are their probabilities; else all are equally likely. */
  readonly fitPrior: boolean;
  /** Probabilities of the classes, which go before fitPrior. */
  readonly classPrior: readonly number[] | undefined;
  #learned: Learned<L> | undefined;

  constructor({
    alpha = 1,
    fitPrior = true,
    classPrior,
  }: { alpha?: number; fitPrior?: boolean; classPrior?: readonly number[] | undefined } = {}) {
    super();
    this.alpha = alpha;
    this.fitPrior = fitPrior;
    this.classPrior = classPrior;
  }

  override get classes(): readonly L[] {
    return this.#fitted("classes").classes;
  }

  /** How many rows each class has, `[nClasses]`. Set by fit. */
  get classCount(): readonly number[] {
    return this.#fitted("classCount").classCount;
  }

  /** The logarithm of the probability of each class before any feature is seen, `[nClasses]`. Set by fit. */
  get classLogPrior(): readonly number[] {
    return this.#fitted("classLogPrior").classLogPrior;
  }

  /** The sum of each feature in each class, `[nClasses, nFeatures]`. Set by fit. */
  get featureCount(): readonly (readonly number[])[] {
    return this.#fitted("featureCount").featureCount;
  }

  /** The logarithm of each feature's probability in each class, `[nClasses, nFeatures]`. Set by fit. */
  get featureLogProb(): readonly (readonly number[])[] {
    return this.#fitted("featureLogProb").featureLogProb;
  }

  /**
   * Learns from rows of counts X, `[nSamples, nFeatures]`, and their labels y, `[nSamples]`. Counts may be fractions.
   * @throws {TypeError|RangeError} when X is not a table of finite numbers ≥ 0, y does not give it one label a row, a
   *   sum overflows, or an option is out of its range
   */
  fit(X: Features, y: readonly L[]): this {
    const who = "MultinomialNB.fit";
    if (!(this.alpha >= 0 && this.alpha < Infinity)) {
      throw new RangeError(`${who} needs a finite alpha ≥ 0, got ${shown(this.alpha)}.`);
    }
    const matrix = readCounts(who, X);
    const labels = readClasses(who, matrix.nSamples, y);
    const { classes, codes } = labels;
    const classCount = countClasses(labels);
    const featureCount = sumsOfClasses(matrix, codes, classes.length);
    const featureLogProb = featureCount.map((row) => logShares(who, row, Math.max(this.alpha, LEAST_ALPHA)));
    const classLogPrior = this.#priors(who, classCount).map(Math.log);
    this.#learned = { classes, classCount, classLogPrior, featureCount, featureLogProb };
    return this;
  }

  /** Options and learned state as plain data for JSON. */
  toJSON(): StoredEstimator {
    const { alpha, fitPrior, classPrior } = this;
    const learned = this.#learned && {
      classes: this.#learned.classes,
      classCount: this.#learned.classCount,
      classLogPrior: storedNumbers(this.#learned.classLogPrior),
      featureCount: this.#learned.featureCount.map(storedNumbers),
      featureLogProb: this.#learned.featureLogProb.map(storedNumbers),
    };
    return {
      estimator: "MultinomialNB",
      options: { alpha: storedNumber(alpha), fitPrior, classPrior: classPrior && storedNumbers(classPrior) },
      learned: learned ?? null,
    };
  }

  /**
   * The estimator that toJSON wrote down.
   * @throws {TypeError} when it is not what toJSON of a MultinomialNB gives
   */
  static fromJSON(json: unknown): MultinomialNB {
    const { options, learned } = readStored("MultinomialNB", json);
    const classifier = new MultinomialNB({
      alpha: options.number("alpha"),
      fitPrior: options.boolean("fitPrior"),
      classPrior: options.has("classPrior") ? options.numbers("classPrior") : undefined,
    });
    if (!learned) return classifier;
    const classes = learned.labels("classes");
    const featureCount = learned.rows("featureCount", classes.length);
    classifier.#learned = {
      classes,
      classCount: learned.numbers("classCount", classes.length),
      classLogPrior: learned.numbers("classLogPrior", classes.length),
      featureCount,
      featureLogProb: learned.rows("featureLogProb", classes.length, featureCount[0]?.length),
    };
    return classifier;
  }

  #priors(who: string, classCount: readonly number[]): readonly number[] {
    const nClasses = classCount.length;
    if (this.classPrior) {
      checkPriors(who, "classPrior", this.classPrior, nClasses);
      return this.classPrior;
    }
    if (!this.fitPrior) return classCount.map(() => 1 / nClasses);
    const nSamples = classCount.reduce((sum, count) => sum + count, 0);
    return classCount.map((count) => count / nSamples);
  }

  /** The logarithm of a class's probability, plus for each count as many times that of its feature. */
  protected override scoresOf(asked: string, X: Features): ClassScores {
    const { featureLogProb, classLogPrior } = this.#fitted(asked);
    const matrix = readMatrix(`MultinomialNB.${asked}`, X, featureLogProb[0]!.length);
    const values = linearFunctions(matrix, Float64Array.from(featureLogProb.flat()), classLogPrior);
    return { values, nClasses: classLogPrior.length };
  }

  #fitted(asked: string): Learned<L> {
    if (this.#learned === undefined) throw notFitted(`MultinomialNB.${asked}`);
    return this.#learned;
  }
}

function readCounts(who: string, X: Features): DenseMatrix {
  const matrix = readMatrix(who, X);
  const k = matrix.values.findIndex((value) => value < 0);
  if (k >= 0) {
    const [i, j] = [Math.floor(k / matrix.nFeatures), k % matrix.nFeatures];
    throw new RangeError(
      `${who} needs counts ≥ 0, got ${matrix.values[k]} in row ${i}, column ${j} (both count from 0).`,
    );
  }
  return matrix;
}

function sumsOfClasses({ values, nFeatures }: DenseMatrix, codes: Int32Array, nClasses: number): number[][] {
  const sums = Array.from({ length: nClasses }, () => new Float64Array(nFeatures));
  codes.forEach((code, i) => {
    const sum = sums[code]!;
    for (let j = 0; j < nFeatures; j++) sum[j]! += values[i * nFeatures + j]!;
  });
  return sums.map((sum) => Array.from(sum));
}

/** The logarithm of each count's share of their sum, once alpha is added to each. */
function logShares(who: string, counts: readonly number[], alpha: number): number[] {
  const total = counts.reduce((sum, count) => sum + count + alpha, 0);
  if (!Number.isFinite(total)) throw new RangeError(`${who} needs counts with a finite sum, got ${total}.`);
  return counts.map((count) => Math.log(count + alpha) - Math.log(total));
}
