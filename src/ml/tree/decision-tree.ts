import { notFitted } from "../check-input.ts";
import { type Features, readMatrix } from "../features.ts";
import { depths, type FlatTree, featureImportances } from "./flat-tree.ts";
import { leavesOf } from "./leaves.ts";
import { TreeOptions } from "./tree-options.ts";

/** What a tree can be asked whatever it predicts. */
export abstract class DecisionTree extends TreeOptions {
  #tree: FlatTree | undefined;

  /** The nodes of the tree. Set by fit. */
  get tree(): FlatTree {
    return this.fitted("tree");
  }

  /** The share of each feature in what the splits gain, `[nFeatures]`; all 0 where nothing was split. Set by fit. */
  get featureImportances(): readonly number[] {
    return featureImportances(this.fitted("featureImportances"));
  }

  /**
   * How many questions lead to the deepest leaf.
   * @throws {TypeError} before fit
   */
  getDepth(): number {
    return depths(this.fitted("getDepth")).reduce((most, depth) => Math.max(most, depth), 0);
  }

  /**
   * How many leaves the tree has.
   * @throws {TypeError} before fit
   */
  getNLeaves(): number {
    // Every split turns one leaf into two: a tree has one leaf more than it has splits.
    return (this.fitted("getNLeaves").nNodes + 1) / 2;
  }

  /**
   * The number of the leaf that each row of X, `[nSamples, nFeatures]`, ends in.
   * @throws {TypeError|RangeError} before fit, or when X is not a table of finite numbers of the fitted width
   */
  apply(X: Features): number[] {
    return Array.from(this.leaves("apply", X));
  }

  protected leaves(asked: string, X: Features): Int32Array {
    const tree = this.fitted(asked);
    return leavesOf(tree, readMatrix(`${this.constructor.name}.${asked}`, X, tree.nFeatures));
  }

  protected learn(tree: FlatTree): void {
    this.#tree = tree;
  }

  protected get learnedTree(): FlatTree | undefined {
    return this.#tree;
  }

  protected fitted(asked: string): FlatTree {
    if (this.#tree === undefined) throw notFitted(`${this.constructor.name}.${asked}`);
    return this.#tree;
  }
}
