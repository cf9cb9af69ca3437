import { checkSameLength } from "../check-input.ts";
import type { StoredEstimator } from "../estimator.ts";
import { type Features, readColumns, readMatrix } from "../features.ts";
import { r2Score } from "../metrics.ts";
import { readStored } from "../stored.ts";
import { readTargets } from "../targets.ts";
import {
  checkNumberCriterion,
  DecisionTreeRegressor,
  type DecisionTreeRegressorOptions,
  type NumberCriterion,
} from "../tree/decision-tree-regressor.ts";
import { limitsFor } from "../tree/growth-options.ts";
import { rankColumns } from "../tree/ranked-columns.ts";
import { checkSquares, SquaredError } from "../tree/squared-error.ts";
import { readSampleWeight } from "../tree/weights.ts";
import { Forest, type ForestOptions, type GrownForest } from "./forest.ts";
import { growForest } from "./grow-forest.ts";
import { MeanAnswers } from "./mean-answers.ts";
import { outOfBag } from "./out-of-bag.ts";
import { readForest, readForestOptions, storedForest } from "./stored-forest.ts";

/** The options of a forest of numbers. Its trees choose from all features by default. */
export type RandomForestRegressorOptions = ForestOptions & DecisionTreeRegressorOptions;

/**
 * Many trees that are each grown from other rows, so that they err in different places; the forest predicts the mean
 * of what they predict.
 * @example new RandomForestRegressor({ nEstimators: 50, maxFeatures: 0.5 }).fit(XTrain, yTrain).predict(XTest)
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.ensemble.RandomForestRegressor.html
 */
export class RandomForestRegressor extends Forest<GrownForest> {
  readonly criterion: NumberCriterion;

  constructor(options: RandomForestRegressorOptions = {}) {
    super(options, 1);
    this.criterion = options.criterion ?? "squaredError";
  }

  /** The trees, `[nEstimators]`. Set by fit. */
  get estimators(): DecisionTreeRegressor[] {
    const options = { ...this.growthOptions(), criterion: this.criterion };
    return this.fitted("estimators").trees.map((tree) => DecisionTreeRegressor.withTree(options, tree));
  }

  /**
   * The mean of what the trees that had not seen a training row predict for it, `[nSamples]`; NaN where all had seen
   * it. Set by fit with oobScore.
   */
  get oobPrediction(): readonly number[] {
    return this.outOfBag("oobPrediction").answers.map(([answer]) => answer!);
  }

  /**
   * Grows the trees from rows X, `[nSamples, nFeatures]`, with targets y and, where given, weights, `[nSamples]` both.
   * @throws {TypeError|RangeError} when X is not a table of finite numbers, y does not give it one finite number a row,
   *   or an option or a weight is out of its range
   */
  fit(X: Features, y: readonly number[], sampleWeight?: readonly number[]): this {
    const who = "RandomForestRegressor.fit";
    this.checkForestOptions(who);
    checkNumberCriterion(who, this.criterion);
    const columns = rankColumns(readColumns(who, X));
    const { nSamples, nFeatures } = columns;
    const targets = readTargets(who, nSamples, y);
    const limits = limitsFor(who, this, nSamples, nFeatures);
    const weights = readSampleWeight(who, nSamples, sampleWeight);
    checkSquares(who, targets, weights);
    const unseen = this.oobScore ? new MeanAnswers(readMatrix(who, X), 1, { areShares: false }) : undefined;
    const trees = growForest(
      { ...this.forestOptions(), columns, weights, limits },
      (drawn) => new SquaredError(targets, drawn),
      (tree, draws) => unseen?.ask(tree, draws),
    );
    const score = (rows: readonly number[], answers: MeanAnswers) =>
      r2Score(
        rows.map((row) => targets[row]!),
        rows.map((row) => answers.mean(row)[0]!),
      );
    const oob = unseen && outOfBag(who, nSamples, unseen, (rows) => score(rows, unseen));
    this.learn({ trees, outOfBag: oob });
    return this;
  }

  /**
   * The mean of what the trees predict, `[nSamples]`.
   * @throws {TypeError|RangeError} before fit, or when X is not a table of finite numbers of the fitted width
   */
  predict(X: Features): number[] {
    const { trees } = this.fitted("predict");
    const matrix = readMatrix("RandomForestRegressor.predict", X, trees[0]!.nFeatures);
    const answers = new MeanAnswers(matrix, 1, { areShares: false });
    for (const tree of trees) answers.ask(tree);
    return Array.from({ length: matrix.nSamples }, (_, row) => answers.mean(row)[0]!);
  }

  /**
   * R², the share of the variance of y that is predicted: 1 at best, 0 for predicting the mean, negative if worse.
   * @throws {TypeError|RangeError} as predict does, or when y does not give X one finite number a row
   */
  score(X: Features, y: readonly number[]): number {
    const predicted = this.predict(X);
    checkSameLength("RandomForestRegressor.score", predicted.length, y);
    return r2Score(y, predicted);
  }

  /** Options and trees as plain data. */
  toJSON(): StoredEstimator {
    const { criterion, learned } = this;
    return {
      estimator: "RandomForestRegressor",
      options: { ...this.forestOptions(), criterion },
      learned: learned === undefined ? null : storedForest(learned),
    };
  }

  /**
   * The forest that toJSON wrote down; it predicts the same.
   * @throws {TypeError} when json is not what toJSON gives
   */
  static fromJSON(json: unknown): RandomForestRegressor {
    const { options, learned } = readStored("RandomForestRegressor", json);
    const criterion = options.oneOf("criterion", ["squaredError"]);
    const forest = new RandomForestRegressor({ ...readForestOptions(options), criterion });
    if (learned !== undefined) forest.learn(readForest("RandomForestRegressor.fromJSON", learned, 1));
    return forest;
  }
}
