import { checkCount, notFitted, shown } from "../check-input.ts";
import { type ClassScores, rowsOf } from "../class-scores.ts";
import { type ClassWeight, readClassWeight } from "../class-weights.ts";
import { linearFunctions } from "../dense-products.ts";
import type { StoredEstimator } from "../estimator.ts";
import { type Features, readMatrix } from "../features.ts";
import type { Label } from "../labels.ts";
import { ProbabilisticClassifier } from "../probabilistic-classifier.ts";
import { readStored, storedNumber, storedNumbers } from "../stored.ts";
import { fitLogistic, type LogisticFunctions } from "./fit-logistic.ts";

/**
 * Says how likely each class is from a linear function of the features: σ of one function for two classes, softmax of
 * one function for each of more. Learned are the coefficients with the smallest sum of log-losses, plus half their
 * squares divided by C, so that a small C keeps them small. The intercept is free.
 * @example
 * const classifier = new LogisticRegression({ C: 10 }).fit(XTrain, yTrain);
 * classifier.predictProba(XTest); // [[0.98, 0.02], …], in the order of classifier.classes
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.linear_model.LogisticRegression.html
 */
export class LogisticRegression<L extends Label = Label> extends ProbabilisticClassifier<L> {
  protected override readonly name = "LogisticRegression";
  readonly C: number;
  readonly fitIntercept: boolean;
  readonly maxIter: number;
  readonly tol: number;
  readonly classWeight: ClassWeight<L> | undefined;
  #learned: LogisticFunctions<L> | undefined;

  constructor(
    options: {
      C?: number;
      fitIntercept?: boolean;
      maxIter?: number;
      tol?: number;
      classWeight?: ClassWeight<L> | undefined;
    } = {},
  ) {
    super();
    this.C = options.C ?? 1;
    this.fitIntercept = options.fitIntercept ?? true;
    this.maxIter = options.maxIter ?? 100;
    this.tol = options.tol ?? 1e-4;
    this.classWeight = options.classWeight;
  }

  override get classes(): readonly L[] {
    return this.#fitted("classes").classes;
  }

  /** `[1, nFeatures]` for the second of two classes, `[nClasses, nFeatures]` for more. Set by fit. */
  get coef(): readonly (readonly number[])[] {
    return this.#fitted("coef").coef;
  }

  /** One for each row of `coef`. Set by fit. */
  get intercept(): readonly number[] {
    return this.#fitted("intercept").intercept;
  }

  /** How many steps the search took. Set by fit. */
  get nIter(): number {
    return this.#fitted("nIter").nIter;
  }

  /** Whether the search found the smallest objective, to `tol`, within maxIter steps. Set by fit. */
  get converged(): boolean {
    return this.#fitted("converged").converged;
  }

  /**
   * Learns from rows X, `[nSamples, nFeatures]`, and their labels y, `[nSamples]`.
   * @throws {TypeError|RangeError} when X is not a table of finite numbers, y does not give it one label a row or
   *   holds one class only, sums overflow, or an option is out of its range
   */
  fit(X: Features, y: readonly L[]): this {
    const who = "LogisticRegression.fit";
    if (!(this.C > 0)) throw new RangeError(`${who} needs C > 0, got ${shown(this.C)}.`);
    if (!(this.tol > 0)) throw new RangeError(`${who} needs tol > 0, got ${shown(this.tol)}.`);
    checkCount(who, "maxIter", this.maxIter, 1);
    this.#learned = fitLogistic(who, X, y, this);
    return this;
  }

  /**
   * The linear functions' values for each row of X, `[nSamples, 1 or nClasses]`: the higher, the likelier the class.
   * @throws {TypeError|RangeError} before fit, or when X is not a table of finite numbers of the fitted width
   */
  decisionFunction(X: Features): number[][] {
    return rowsOf(this.#values("decisionFunction", X), this.coef.length);
  }

  /** Options and learned state as plain data for JSON. */
  toJSON(): StoredEstimator {
    const { C, fitIntercept, maxIter, tol, classWeight } = this;
    const learned = this.#learned && {
      classes: this.#learned.classes,
      coef: this.#learned.coef.map(storedNumbers),
      intercept: storedNumbers(this.#learned.intercept),
      nIter: this.#learned.nIter,
      converged: this.#learned.converged,
    };
    return {
      estimator: "LogisticRegression",
      options: { C: storedNumber(C), fitIntercept, maxIter, tol: storedNumber(tol), classWeight },
      learned: learned ?? null,
    };
  }

  /**
   * The estimator that toJSON wrote down.
   * @throws {TypeError} when it is not what toJSON of a LogisticRegression gives
   */
  static fromJSON(json: unknown): LogisticRegression {
    const { options, learned } = readStored("LogisticRegression", json);
    const classifier = new LogisticRegression({
      C: options.number("C"),
      fitIntercept: options.boolean("fitIntercept"),
      maxIter: options.number("maxIter"),
      tol: options.number("tol"),
      classWeight: readClassWeight(options),
    });
    if (!learned) return classifier;
    const classes = learned.labels("classes");
    const nFunctions = classes.length === 2 ? 1 : classes.length;
    classifier.#learned = {
      classes,
      coef: learned.rows("coef", nFunctions),
      intercept: learned.numbers("intercept", nFunctions),
      nIter: learned.number("nIter"),
      converged: learned.boolean("converged"),
    };
    return classifier;
  }

  /** With two classes σ is softmax's case too: of 0 for the first class and the function for the second. */
  protected override scoresOf(asked: string, X: Features): ClassScores {
    const values = this.#values(asked, X);
    const nClasses = this.#fitted(asked).classes.length;
    if (nClasses > 2) return { values, nClasses };
    const both = new Float64Array(2 * values.length);
    for (let i = 0; i < values.length; i++) both[2 * i + 1] = values[i]!;
    return { values: both, nClasses };
  }

  #values(asked: string, X: Features): Float64Array {
    const { coef, intercept } = this.#fitted(asked);
    const matrix = readMatrix(`LogisticRegression.${asked}`, X, coef[0]!.length);
    return linearFunctions(matrix, Float64Array.from(coef.flat()), intercept);
  }

  #fitted(asked: string): LogisticFunctions<L> {
    if (this.#learned === undefined) throw notFitted(`LogisticRegression.${asked}`);
    return this.#learned;
  }
}
