import { checkCount, notFitted } from "../check-input.ts";
import { type FlatTree, featureImportances, shares } from "../tree/flat-tree.ts";
import type { AllGrowthOptions, GrowthOptions, MaxFeatures } from "../tree/growth-options.ts";
import { TreeOptions } from "../tree/tree-options.ts";

/** The options that every forest has, besides those of its trees. */
export interface ForestOptions extends GrowthOptions {
  /** How many trees. Default 100. */
  readonly nEstimators?: number;
  /** Whether each tree grows from as many rows drawn with replacement, or from all rows. Default true. */
  readonly bootstrap?: boolean;
  /** Whether fit measures the forest on the rows that each tree has not seen. Default false. */
  readonly oobScore?: boolean;
}

/** What the trees of a forest learned, and what those that had not seen a row said of it. */
export interface GrownForest {
  readonly trees: readonly FlatTree[];
  readonly outOfBag: OutOfBag | undefined;
}

/** How well the trees that had not seen a row did on it. */
export interface OutOfBag {
  readonly score: number;
  /** What they said of each row, `[nSamples, nValues]`: shares of classes, or a number; NaN where all had seen it. */
  readonly answers: readonly (readonly number[])[];
}

/** What a forest can be asked whatever it predicts. */
export abstract class Forest<Grown extends GrownForest> extends TreeOptions {
  readonly nEstimators: number;
  readonly bootstrap: boolean;
  readonly oobScore: boolean;
  #grown: Grown | undefined;

  constructor(options: ForestOptions, defaultMaxFeatures: MaxFeatures) {
    super(options, defaultMaxFeatures);
    this.nEstimators = options.nEstimators ?? 100;
    this.bootstrap = options.bootstrap ?? true;
    this.oobScore = options.oobScore ?? false;
  }

  /** The share of each feature in what the splits gain, `[nFeatures]`, as the mean over the trees. Set by fit. */
  get featureImportances(): readonly number[] {
    const { trees } = this.fitted("featureImportances");
    const sums = new Array<number>(trees[0]!.nFeatures).fill(0);
    for (const tree of trees) {
      for (const [j, importance] of featureImportances(tree).entries()) sums[j]! += importance;
    }
    return shares(sums);
  }

  /**
   * The score on the training rows, each predicted by the trees that did not see it: accuracy, or R².
   * @throws {TypeError} before fit, or when the option oobScore is not set
   */
  getOobScore(): number {
    return this.outOfBag("getOobScore").score;
  }

  protected outOfBag(asked: string): OutOfBag {
    const { outOfBag } = this.fitted(asked);
    if (outOfBag !== undefined) return outOfBag;
    throw new TypeError(`${this.constructor.name}.${asked} needs the option oobScore: true, got false.`);
  }

  protected checkForestOptions(who: string): void {
    checkCount(who, "nEstimators", this.nEstimators, 1);
    if (this.oobScore && !this.bootstrap) {
      throw new RangeError(
        `${who} needs bootstrap: true for oobScore, got false: a tree has then seen every row.`,
      );
    }
  }

  protected learn(grown: Grown): void {
    this.#grown = grown;
  }

  protected get learned(): Grown | undefined {
    return this.#grown;
  }

  protected fitted(asked: string): Grown {
    if (this.#grown === undefined) throw notFitted(`${this.constructor.name}.${asked}`);
    return this.#grown;
  }

  protected forestOptions(): AllGrowthOptions &
    Required<Pick<ForestOptions, "nEstimators" | "bootstrap" | "oobScore">> {
    const { nEstimators, bootstrap, oobScore } = this;
    return { ...this.growthOptions(), nEstimators, bootstrap, oobScore };
  }
}
