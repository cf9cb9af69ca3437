import { Random } from "../random.ts";
import type { FlatTree } from "../tree/flat-tree.ts";
import { TreeGrower } from "../tree/grow.ts";
import type { Limits } from "../tree/growth-options.ts";
import type { Impurity } from "../tree/impurity.ts";
import type { RankedColumns } from "../tree/ranked-columns.ts";
import { rowsWithWeight } from "../tree/weights.ts";

/** What a forest grows from. */
export interface ForestPlan {
  readonly columns: RankedColumns;
  /** The weight of each row, `[nSamples]`. */
  readonly weights: Float64Array;
  readonly limits: Limits;
  readonly nEstimators: number;
  readonly bootstrap: boolean;
  readonly randomState: number;
}

/**
 * Grows the trees one after the other. No rows are copied for a tree: a row that was drawn twice counts twice, and one
 * that was not drawn counts nothing.
 * @param makeImpurity is given the weights of the rows, which change from tree to tree
 * @param afterTree is shown each tree, and how often each row was drawn for it
 * @see Breiman (2001), Random Forests, Machine Learning 45
 */
export function growForest(
  { columns, weights, limits, nEstimators, bootstrap, randomState }: ForestPlan,
  makeImpurity: (weights: Float64Array) => Impurity,
  afterTree: (tree: FlatTree, draws: Int32Array) => void,
): FlatTree[] {
  const drawnWeights = new Float64Array(weights.length);
  const draws = new Int32Array(weights.length).fill(1);
  // Equally good splits are common in small nodes. Were the first feature to win them all, it would seem important.
  const grower = new TreeGrower(columns, makeImpurity(drawnWeights), { ...limits, inOrder: false });
  const seeds = new Random(randomState);
  const trees: FlatTree[] = [];
  while (trees.length < nEstimators) {
    // A generator for each tree: how many numbers one tree takes does not change the next.
    const random = new Random(seeds.integer(0, 2 ** 32));
    if (bootstrap) drawRows(draws, random);
    for (let i = 0; i < weights.length; i++) drawnWeights[i] = weights[i]! * draws[i]!;
    const rows = rowsWithWeight(drawnWeights);
    // All rows that were drawn may happen to have no weight.
    if (rows.length === 0) continue;
    const tree = grower.grow(rows, random);
    afterTree(tree, draws);
    trees.push(tree);
  }
  return trees;
}

/** Draws as many rows as there are, each time any of them, and counts how often each came. */
function drawRows(draws: Int32Array, random: Random): void {
  draws.fill(0);
  for (let drawn = 0; drawn < draws.length; drawn++) draws[random.integer(0, draws.length)]! += 1;
}
