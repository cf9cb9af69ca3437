import type { Random } from "../random.ts";
import type { FlatTree } from "./flat-tree.ts";
import { BestFirst, DepthFirst, type OpenLeaf } from "./frontier.ts";
import type { Limits } from "./growth-options.ts";
import type { Impurity } from "./impurity.ts";
import type { RankedColumns } from "./ranked-columns.ts";
import { type Split, SplitSearch } from "./split-search.ts";
import { TreeBuilder } from "./tree-builder.ts";

/**
 * Grows trees from one table. All of them share its ranked columns and this grower's room to work in; a tree is told
 * which rows it may use, and the weights of those are in the impurity.
 * @see https://scikit-learn.org/stable/modules/tree.html#mathematical-formulation
 */
export class TreeGrower {
  readonly #columns: RankedColumns;
  readonly #impurity: Impurity;
  readonly #limits: Limits;
  readonly #search: SplitSearch;
  readonly #goingRight: Int32Array;

  constructor(columns: RankedColumns, impurity: Impurity, limits: Limits) {
    this.#columns = columns;
    this.#impurity = impurity;
    this.#limits = limits;
    this.#search = new SplitSearch(columns, impurity, limits);
    this.#goingRight = new Int32Array(columns.nSamples);
  }

  /** Grows one tree from the given rows, which it puts into another order: those of each leaf end side by side. */
  grow(rows: Int32Array, random: Random): FlatTree {
    const { maxLeafNodes } = this.#limits;
    const builder = new TreeBuilder();
    const frontier = maxLeafNodes === Number.POSITIVE_INFINITY ? new DepthFirst() : new BestFirst();
    let treeWeight = 0;
    const open = (start: number, end: number, depth: number): void => {
      this.#impurity.enter(rows, start, end);
      if (depth === 0) treeWeight = this.#impurity.weight;
      const node = builder.addLeaf(end - start, this.#impurity);
      const split = this.#splitWithinLimits(rows, start, end, depth, random);
      if (split === undefined) return;
      const improvement = (this.#impurity.weight / treeWeight) * split.gain;
      if (!this.#isEnough(improvement)) return;
      frontier.push({ node, start, end, depth, split, improvement });
    };
    open(0, rows.length, 0);
    for (let nLeaves = 1; nLeaves < maxLeafNodes; nLeaves++) {
      const leaf = frontier.pop();
      if (leaf === undefined) break;
      builder.split(leaf.node, leaf.split);
      const middle = this.#partition(rows, leaf);
      open(leaf.start, middle, leaf.depth + 1);
      open(middle, leaf.end, leaf.depth + 1);
    }
    return builder.finish(this.#columns.nFeatures, this.#impurity.nValues);
  }

  #splitWithinLimits(
    rows: Int32Array,
    start: number,
    end: number,
    depth: number,
    random: Random,
  ): Split | undefined {
    const { maxDepth, minSamplesSplit, minSamplesLeaf } = this.#limits;
    const nSamples = end - start;
    if (depth >= maxDepth || nSamples < minSamplesSplit || nSamples < 2 * minSamplesLeaf) return undefined;
    return this.#impurity.isPure ? undefined : this.#search.best(rows, start, end, random);
  }

  /** As in scikit-learn, an improvement short of the limit by no more than rounding is enough. */
  #isEnough(improvement: number): boolean {
    return improvement + Number.EPSILON >= this.#limits.minImpurityDecrease;
  }

  /**
   * Puts the rows that go left before those that go right and returns where the latter begin. Both keep their order,
   * so that the rows of every node stay ascending and its columns are read in one direction.
   */
  #partition(rows: Int32Array, { start, end, split }: OpenLeaf): number {
    const ranks = this.#columns.ranks[split.feature]!;
    const goingRight = this.#goingRight;
    let [left, nRight] = [start, 0];
    for (let i = start; i < end; i++) {
      const row = rows[i]!;
      if (ranks[row]! <= split.rank) rows[left++] = row;
      else goingRight[nRight++] = row;
    }
    rows.set(goingRight.subarray(0, nRight), left);
    return left;
  }
}
