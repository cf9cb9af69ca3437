import { StoredFields, storedNumbers } from "../stored.ts";
import { readTree, storedTree } from "../tree/stored-tree.ts";
import { readGrowthOptions } from "../tree/tree-options.ts";
import type { ForestOptions, GrownForest } from "./forest.ts";

/** What a forest learned, as plain data for `toJSON`. */
export function storedForest({ trees, outOfBag }: GrownForest): object {
  if (outOfBag === undefined) return { trees: trees.map(storedTree) };
  const { score, answers } = outOfBag;
  return { trees: trees.map(storedTree), outOfBag: { score, answers: answers.map(storedNumbers) } };
}

/**
 * What storedForest wrote down.
 * @throws {TypeError} when it is not that
 */
export function readForest(who: string, learned: StoredFields, nValues: number): GrownForest {
  const trees = learned.list("trees").map((tree) => readTree(who, new StoredFields(who, tree), nValues));
  const width = trees[0]?.nFeatures;
  if (width === undefined) throw new TypeError(`${who} needs at least one tree, got none.`);
  const other = trees.findIndex((tree) => tree.nFeatures !== width);
  if (other >= 0) {
    throw new TypeError(
      `${who} needs trees of one width, got ${width} features in tree 0 and ${trees[other]!.nFeatures} in tree ${other}.`,
    );
  }
  if (!learned.has("outOfBag")) return { trees, outOfBag: undefined };
  const stored = learned.fields("outOfBag");
  const answers = stored.rows("answers", undefined, nValues);
  return { trees, outOfBag: { score: stored.number("score"), answers } };
}

/**
 * The options of a forest among the fields that toJSON wrote.
 * @throws {TypeError} when one is missing or of another kind
 */
export function readForestOptions(fields: StoredFields): ForestOptions {
  return {
    ...readGrowthOptions(fields),
    nEstimators: fields.number("nEstimators"),
    bootstrap: fields.boolean("bootstrap"),
    oobScore: fields.boolean("oobScore"),
  };
}
