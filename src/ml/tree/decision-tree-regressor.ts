import { checkSameLength, shown } from "../check-input.ts";
import type { StoredEstimator } from "../estimator.ts";
import { type Features, readColumns } from "../features.ts";
import { r2Score } from "../metrics.ts";
import { Random } from "../random.ts";
import { readStored } from "../stored.ts";
import { readTargets } from "../targets.ts";
import { DecisionTree } from "./decision-tree.ts";
import type { FlatTree } from "./flat-tree.ts";
import { TreeGrower } from "./grow.ts";
import { type GrowthOptions, limitsFor } from "./growth-options.ts";
import { valuesAt } from "./leaves.ts";
import { rankColumns } from "./ranked-columns.ts";
import { checkSquares, SquaredError } from "./squared-error.ts";
import { readTree, storedTree } from "./stored-tree.ts";
import { readGrowthOptions } from "./tree-options.ts";
import { readSampleWeight, rowsWithWeight } from "./weights.ts";

/** What a split of numbers may lower. */
export type NumberCriterion = "squaredError";

/** The options of a tree of numbers. */
export interface DecisionTreeRegressorOptions extends GrowthOptions {
  /** What a split is to lower most. Default "squaredError". */
  readonly criterion?: NumberCriterion;
}

/**
 * Asks one question after the other, each whether a feature is at most a threshold, and predicts the mean target of
 * the training rows with the same answers. Each question is the one that leaves the targets closest to their means.
 * @example new DecisionTreeRegressor({ maxLeafNodes: 8 }).fit(XTrain, yTrain).predict(XTest)
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.tree.DecisionTreeRegressor.html
 */
export class DecisionTreeRegressor extends DecisionTree {
  readonly criterion: NumberCriterion;

  constructor(options: DecisionTreeRegressorOptions = {}) {
    super(options, 1);
    this.criterion = options.criterion ?? "squaredError";
  }

  /** A regressor with a tree that has grown already, as those of a forest have. */
  static withTree(options: DecisionTreeRegressorOptions, tree: FlatTree): DecisionTreeRegressor {
    const regressor = new DecisionTreeRegressor(options);
    regressor.learn(tree);
    return regressor;
  }

  /**
   * Grows the tree from rows X, `[nSamples, nFeatures]`, with targets y and, where given, weights, `[nSamples]` both.
   * @throws {TypeError|RangeError} when X is not a table of finite numbers, y does not give it one finite number a row,
   *   or an option or a weight is out of its range
   */
  fit(X: Features, y: readonly number[], sampleWeight?: readonly number[]): this {
    const who = "DecisionTreeRegressor.fit";
    checkNumberCriterion(who, this.criterion);
    const columns = rankColumns(readColumns(who, X));
    const { nSamples, nFeatures } = columns;
    const targets = readTargets(who, nSamples, y);
    const limits = limitsFor(who, this, nSamples, nFeatures);
    const weights = readSampleWeight(who, nSamples, sampleWeight);
    checkSquares(who, targets, weights);
    const grower = new TreeGrower(columns, new SquaredError(targets, weights), limits);
    this.learn(grower.grow(rowsWithWeight(weights), new Random(this.randomState)));
    return this;
  }

  /**
   * The mean target of the training rows in the leaf of each row, `[nSamples]`.
   * @throws {TypeError|RangeError} before fit, or when X is not a table of finite numbers of the fitted width
   */
  predict(X: Features): number[] {
    const leaves = this.leaves("predict", X);
    return valuesAt(this.tree.values, leaves);
  }

  /**
   * R², the share of the variance of y that is predicted: 1 at best, 0 for predicting the mean, negative if worse.
   * @throws {TypeError|RangeError} as predict does, or when y does not give X one finite number a row
   */
  score(X: Features, y: readonly number[]): number {
    const predicted = this.predict(X);
    checkSameLength("DecisionTreeRegressor.score", predicted.length, y);
    return r2Score(y, predicted);
  }

  /** Options and tree as plain data. */
  toJSON(): StoredEstimator {
    const { criterion, learnedTree } = this;
    return {
      estimator: "DecisionTreeRegressor",
      options: { ...this.growthOptions(), criterion },
      learned: learnedTree === undefined ? null : { tree: storedTree(learnedTree) },
    };
  }

  /**
   * The regressor that toJSON wrote down; it predicts the same.
   * @throws {TypeError} when json is not what toJSON gives
   */
  static fromJSON(json: unknown): DecisionTreeRegressor {
    const { options, learned } = readStored("DecisionTreeRegressor", json);
    const criterion = options.oneOf("criterion", ["squaredError"]);
    const read = { ...readGrowthOptions(options), criterion };
    if (learned === undefined) return new DecisionTreeRegressor(read);
    return DecisionTreeRegressor.withTree(
      read,
      readTree("DecisionTreeRegressor.fromJSON", learned.fields("tree"), 1),
    );
  }
}

/**
 * Checks that a criterion is one for numbers.
 * @throws {RangeError} when it is not
 */
export function checkNumberCriterion(who: string, criterion: NumberCriterion): void {
  if (criterion !== "squaredError") {
    throw new RangeError(`${who} needs "squaredError" as criterion, got ${shown(criterion)}.`);
  }
}
