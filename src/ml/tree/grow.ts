import type { Random } from "../random.ts";
import type { FlatTree } from "./flat-tree.ts";
import { BestFirst, DepthFirst } from "./frontier.ts";
import type { Limits } from "./growth-options.ts";
import type { Impurity } from "./impurity.ts";
import { KeptSorted } from "./kept-sorted.ts";
import type { NodeRows } from "./node-rows.ts";
import type { RankedColumns } from "./ranked-columns.ts";
import { SortedWhenAsked } from "./sorted-when-asked.ts";
import { type Split, SplitSearch } from "./split-search.ts";
import { TreeBuilder } from "./tree-builder.ts";

/**
 * Grows trees from one table. All of them share its ranked columns; a tree is told which rows it may use, and the
 * weights of those are in the impurity.
 * @see https://scikit-learn.org/stable/modules/tree.html#mathematical-formulation
 */
export class TreeGrower {
  readonly #columns: RankedColumns;
  readonly #impurity: Impurity;
  readonly #limits: Limits;
  readonly #search: SplitSearch;

  constructor(columns: RankedColumns, impurity: Impurity, limits: Limits) {
    this.#columns = columns;
    this.#impurity = impurity;
    this.#limits = limits;
    this.#search = new SplitSearch(columns, impurity, limits);
  }

  /** Grows one tree from the rows of the given numbers. */
  grow(given: Int32Array, random: Random): FlatTree {
    const { maxLeafNodes, maxFeatures } = this.#limits;
    // To keep a feature sorted costs about a third of sorting it, but is paid for every feature.
    const looksAtMany = 3 * maxFeatures >= this.#columns.nFeatures;
    const rows = new (looksAtMany ? KeptSorted : SortedWhenAsked)(this.#columns, given);
    const builder = new TreeBuilder();
    const frontier = maxLeafNodes === Number.POSITIVE_INFINITY ? new DepthFirst() : new BestFirst();
    let treeWeight = 0;
    const open = (start: number, end: number, depth: number): void => {
      this.#impurity.enter(rows.rows, start, end);
      if (depth === 0) treeWeight = this.#impurity.weight;
      const node = builder.addLeaf(end - start, this.#impurity);
      const split = this.#splitWithinLimits(rows, start, end, depth, random);
      if (split === undefined) return;
      const improvement = (this.#impurity.weight / treeWeight) * split.gain;
      if (!this.#isEnough(improvement)) return;
      frontier.push({ node, start, end, depth, split, improvement });
    };
    open(0, given.length, 0);
    for (let nLeaves = 1; nLeaves < maxLeafNodes; nLeaves++) {
      const leaf = frontier.pop();
      if (leaf === undefined) break;
      const { start, end, depth, split } = leaf;
      builder.split(leaf.node, split);
      const middle = rows.partition(split.feature, split.rank, start, end);
      open(start, middle, depth + 1);
      open(middle, end, depth + 1);
    }
    return builder.finish(this.#columns.nFeatures, this.#impurity.nValues);
  }

  #splitWithinLimits(
    rows: NodeRows,
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
}
