import { checkSameLength } from "../check-input.ts";
import { type ClassWeight, readClassWeight, weightsOfClasses } from "../class-weights.ts";
import type { StoredEstimator } from "../estimator.ts";
import { type Features, readColumns, readMatrix } from "../features.ts";
import type { Label } from "../labels.ts";
import { accuracyScore } from "../metrics.ts";
import { readStored } from "../stored.ts";
import { readClasses } from "../targets.ts";
import {
  type ClassCriterion,
  classImpurity,
  DecisionTreeClassifier,
  type DecisionTreeClassifierOptions,
} from "../tree/decision-tree-classifier.ts";
import { limitsFor } from "../tree/growth-options.ts";
import { rankColumns } from "../tree/ranked-columns.ts";
import { readSampleWeight, weighClasses } from "../tree/weights.ts";
import { Forest, type ForestOptions, type GrownForest } from "./forest.ts";
import { growForest } from "./grow-forest.ts";
import { MeanAnswers } from "./mean-answers.ts";
import { outOfBag } from "./out-of-bag.ts";
import { readForest, readForestOptions, storedForest } from "./stored-forest.ts";

/** The options of a forest of classes. Its trees choose from "sqrt" features by default. */
export type RandomForestClassifierOptions<L extends Label = Label> = ForestOptions &
  DecisionTreeClassifierOptions<L>;

/**
 * Many trees that are each grown from other rows, and for each split from other features, so that they err in
 * different places; the forest predicts the class with the largest mean share in their leaves.
 * @example
 * const forest = new RandomForestClassifier({ oobScore: true }).fit(XTrain, yTrain);
 * forest.getOobScore(); // the accuracy to expect of new rows, without having kept any back
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.ensemble.RandomForestClassifier.html
 */
export class RandomForestClassifier<L extends Label = Label> extends Forest<
  GrownForest & { readonly classes: readonly L[] }
> {
  readonly criterion: ClassCriterion;
  readonly classWeight: ClassWeight<L> | undefined;

  constructor(options: RandomForestClassifierOptions<L> = {}) {
    super(options, "sqrt");
    this.criterion = options.criterion ?? "gini";
    this.classWeight = options.classWeight;
  }

  /** The distinct labels in ascending order. Set by fit. */
  get classes(): readonly L[] {
    return this.fitted("classes").classes;
  }

  /** The trees, `[nEstimators]`. Set by fit. */
  get estimators(): DecisionTreeClassifier<L>[] {
    const { trees, classes } = this.fitted("estimators");
    const options = { ...this.growthOptions(), criterion: this.criterion, classWeight: this.classWeight };
    return trees.map((tree) => DecisionTreeClassifier.withTree(options, classes, tree));
  }

  /**
   * The mean shares of the classes that the trees which had not seen a training row gave it, `[nSamples, nClasses]`;
   * NaN where all had seen it. Set by fit with oobScore.
   */
  get oobDecisionFunction(): readonly (readonly number[])[] {
    return this.outOfBag("oobDecisionFunction").answers;
  }

  /**
   * Grows the trees from rows X, `[nSamples, nFeatures]`, with labels y and, where given, weights, `[nSamples]` both.
   * @throws {TypeError|RangeError} when X is not a table of finite numbers, y does not give it one label a row, or an
   *   option or a weight is out of its range
   */
  fit(X: Features, y: readonly L[], sampleWeight?: readonly number[]): this {
    const who = "RandomForestClassifier.fit";
    this.checkForestOptions(who);
    const columns = rankColumns(readColumns(who, X));
    const { nSamples, nFeatures } = columns;
    const targets = readClasses(who, nSamples, y);
    const { classes, codes } = targets;
    const limits = limitsFor(who, this, nSamples, nFeatures);
    const classWeights = weightsOfClasses(who, targets, this.classWeight);
    const given = readSampleWeight(who, nSamples, sampleWeight);
    const weights = weighClasses(who, codes, classWeights, given);
    const unseen = this.oobScore
      ? new MeanAnswers(readMatrix(who, X), classes.length, { areShares: true })
      : undefined;
    const trees = growForest(
      { ...this.forestOptions(), columns, weights, limits },
      (drawn) => classImpurity(who, this.criterion, targets, drawn),
      (tree, draws) => unseen?.ask(tree, draws),
    );
    const accuracy = (rows: readonly number[], answers: MeanAnswers) =>
      rows.filter((row) => answers.largest(row) === codes[row]).length / rows.length;
    const oob = unseen && outOfBag(who, nSamples, unseen, (rows) => accuracy(rows, unseen));
    this.learn({ classes, trees, outOfBag: oob });
    return this;
  }

  /**
   * The mean share of each class in the leaves of each row, `[nSamples, nClasses]`.
   * @throws {TypeError|RangeError} before fit, or when X is not a table of finite numbers of the fitted width
   */
  predictProba(X: Features): number[][] {
    const { nSamples, answers } = this.#askAll("predictProba", X);
    return Array.from({ length: nSamples }, (_, row) => answers.mean(row));
  }

  /**
   * The class with the largest mean share, `[nSamples]`; of equal ones the smallest label.
   * @throws {TypeError|RangeError} as predictProba does
   */
  predict(X: Features): L[] {
    const { nSamples, answers } = this.#askAll("predict", X);
    return Array.from({ length: nSamples }, (_, row) => this.classes[answers.largest(row)]!);
  }

  /**
   * The share of rows of X whose label in y is predicted, from 0 to 1.
   * @throws {TypeError|RangeError} as predict does, or when y does not give X one label a row
   */
  score(X: Features, y: readonly L[]): number {
    const predicted = this.predict(X);
    checkSameLength("RandomForestClassifier.score", predicted.length, y);
    return accuracyScore(y, predicted);
  }

  /** Options and trees as plain data. */
  toJSON(): StoredEstimator {
    const { criterion, classWeight, learned } = this;
    return {
      estimator: "RandomForestClassifier",
      options: { ...this.forestOptions(), criterion, classWeight },
      learned: learned === undefined ? null : { classes: learned.classes, ...storedForest(learned) },
    };
  }

  /**
   * The forest that toJSON wrote down; it predicts the same.
   * @throws {TypeError} when json is not what toJSON gives
   */
  static fromJSON(json: unknown): RandomForestClassifier {
    const { options, learned } = readStored("RandomForestClassifier", json);
    const forest = new RandomForestClassifier({
      ...readForestOptions(options),
      criterion: options.oneOf("criterion", ["gini", "entropy"]),
      classWeight: readClassWeight(options),
    });
    if (learned === undefined) return forest;
    const classes = learned.labels("classes");
    forest.learn({ classes, ...readForest("RandomForestClassifier.fromJSON", learned, classes.length) });
    return forest;
  }

  #askAll(asked: string, X: Features): { nSamples: number; answers: MeanAnswers } {
    const { trees, classes } = this.fitted(asked);
    const matrix = readMatrix(`RandomForestClassifier.${asked}`, X, trees[0]!.nFeatures);
    const answers = new MeanAnswers(matrix, classes.length, { areShares: true });
    for (const tree of trees) answers.ask(tree);
    return { nSamples: matrix.nSamples, answers };
  }
}
