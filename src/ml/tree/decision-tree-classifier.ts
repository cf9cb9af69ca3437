import { checkSameLength, shown } from "../check-input.ts";
import { type ClassWeight, readClassWeight, weightsOfClasses } from "../class-weights.ts";
import type { StoredEstimator } from "../estimator.ts";
import { type Features, readColumns } from "../features.ts";
import type { Label } from "../labels.ts";
import { accuracyScore } from "../metrics.ts";
import { Random } from "../random.ts";
import { readStored } from "../stored.ts";
import { type ClassCodes, readClasses } from "../targets.ts";
import { Entropy, Gini } from "./class-impurity.ts";
import { DecisionTree } from "./decision-tree.ts";
import type { FlatTree } from "./flat-tree.ts";
import { TreeGrower } from "./grow.ts";
import { type GrowthOptions, limitsFor } from "./growth-options.ts";
import type { Impurity } from "./impurity.ts";
import { classShares, largestClass } from "./leaf-classes.ts";
import { valuesAt } from "./leaves.ts";
import { rankColumns } from "./ranked-columns.ts";
import { readTree, storedTree } from "./stored-tree.ts";
import { readGrowthOptions } from "./tree-options.ts";
import { readSampleWeight, rowsWithWeight, weighClasses } from "./weights.ts";

/** What a split of classes may lower. */
export type ClassCriterion = "gini" | "entropy";

/** The options of a tree of classes. */
export interface DecisionTreeClassifierOptions<L extends Label = Label> extends GrowthOptions {
  /** What a split is to lower most. Default "gini". */
  readonly criterion?: ClassCriterion;
  /** How much the rows of each class count. Default: all alike. */
  readonly classWeight?: ClassWeight<L> | undefined;
}

/**
 * Asks one question after the other, each whether a feature is at most a threshold, and predicts the class that most
 * training rows with the same answers have. Each question is the one that leaves the classes least mixed.
 * @example
 * const tree = new DecisionTreeClassifier({ maxDepth: 3 }).fit(XTrain, yTrain);
 * exportText(tree); // |--- feature_2 <= 2.45 …
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.tree.DecisionTreeClassifier.html
 */
export class DecisionTreeClassifier<L extends Label = Label> extends DecisionTree {
  readonly criterion: ClassCriterion;
  readonly classWeight: ClassWeight<L> | undefined;
  #classes: readonly L[] = [];
  /** What each node of the tree would predict, `[nNodes]`. */
  #labels: readonly L[] = [];

  constructor(options: DecisionTreeClassifierOptions<L> = {}) {
    super(options, 1);
    this.criterion = options.criterion ?? "gini";
    this.classWeight = options.classWeight;
  }

  /** A classifier with a tree that has grown already, as those of a forest have. */
  static withTree<L extends Label>(
    options: DecisionTreeClassifierOptions<L>,
    classes: readonly L[],
    tree: FlatTree,
  ): DecisionTreeClassifier<L> {
    const classifier = new DecisionTreeClassifier<L>(options);
    classifier.#remember(classes, tree);
    return classifier;
  }

  /** The distinct labels in ascending order. Set by fit. */
  get classes(): readonly L[] {
    this.fitted("classes");
    return this.#classes;
  }

  /**
   * Grows the tree from rows X, `[nSamples, nFeatures]`, with labels y and, where given, weights, `[nSamples]` both.
   * @throws {TypeError|RangeError} when X is not a table of finite numbers, y does not give it one label a row, or an
   *   option or a weight is out of its range
   */
  fit(X: Features, y: readonly L[], sampleWeight?: readonly number[]): this {
    const who = "DecisionTreeClassifier.fit";
    const columns = rankColumns(readColumns(who, X));
    const { nSamples, nFeatures } = columns;
    const targets = readClasses(who, nSamples, y);
    const limits = limitsFor(who, this, nSamples, nFeatures);
    const classWeights = weightsOfClasses(who, targets, this.classWeight);
    const given = readSampleWeight(who, nSamples, sampleWeight);
    const weights = weighClasses(who, targets.codes, classWeights, given);
    const impurity = classImpurity(who, this.criterion, targets, weights);
    const grower = new TreeGrower(columns, impurity, limits);
    this.#remember(targets.classes, grower.grow(rowsWithWeight(weights), new Random(this.randomState)));
    return this;
  }

  /**
   * The share of each class among the training rows in the leaf of each row, `[nSamples, nClasses]`.
   * @throws {TypeError|RangeError} before fit, or when X is not a table of finite numbers of the fitted width
   */
  predictProba(X: Features): number[][] {
    return Array.from(this.leaves("predictProba", X), (leaf) => classShares(this.tree, leaf));
  }

  /**
   * The most frequent class in the leaf of each row, `[nSamples]`; of equally frequent ones the smallest label.
   * @throws {TypeError|RangeError} as predictProba does
   */
  predict(X: Features): L[] {
    return valuesAt(this.#labels, this.leaves("predict", X));
  }

  /**
   * The share of rows of X whose label in y is predicted, from 0 to 1.
   * @throws {TypeError|RangeError} as predict does, or when y does not give X one label a row
   */
  score(X: Features, y: readonly L[]): number {
    const predicted = this.predict(X);
    checkSameLength("DecisionTreeClassifier.score", predicted.length, y);
    return accuracyScore(y, predicted);
  }

  /** Options and tree as plain data. */
  toJSON(): StoredEstimator {
    const { criterion, classWeight, learnedTree } = this;
    return {
      estimator: "DecisionTreeClassifier",
      options: { ...this.growthOptions(), criterion, classWeight },
      learned: learnedTree === undefined ? null : { classes: this.#classes, tree: storedTree(learnedTree) },
    };
  }

  /**
   * The classifier that toJSON wrote down; it predicts the same.
   * @throws {TypeError} when json is not what toJSON gives
   */
  static fromJSON(json: unknown): DecisionTreeClassifier {
    const { options, learned } = readStored("DecisionTreeClassifier", json);
    const read = {
      ...readGrowthOptions(options),
      criterion: options.oneOf("criterion", ["gini", "entropy"]),
      classWeight: readClassWeight(options),
    };
    if (learned === undefined) return new DecisionTreeClassifier(read);
    const classes = learned.labels("classes");
    const tree = readTree("DecisionTreeClassifier.fromJSON", learned.fields("tree"), classes.length);
    return DecisionTreeClassifier.withTree(read, classes, tree);
  }

  #remember(classes: readonly L[], tree: FlatTree): void {
    this.learn(tree);
    this.#classes = classes;
    this.#labels = Array.from({ length: tree.nNodes }, (_, node) => classes[largestClass(tree, node)]!);
  }
}

/**
 * The impurity that a criterion names.
 * @throws {RangeError} when it names none
 */
export function classImpurity<L extends Label>(
  who: string,
  criterion: ClassCriterion,
  { classes, codes }: ClassCodes<L>,
  weights: Float64Array,
): Impurity {
  if (criterion === "gini") return new Gini(classes.length, codes, weights);
  if (criterion === "entropy") return new Entropy(classes.length, codes, weights);
  throw new RangeError(`${who} needs "gini" or "entropy" as criterion, got ${shown(criterion)}.`);
}
