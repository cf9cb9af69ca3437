import { type FigureOf, figureOf, type Words } from "./spec.ts";
import { classesOfTree } from "./tree-classes.ts";
import { countBelow, inReadingOrder, nearestNodes, type TreeNode } from "./tree-nodes.ts";
import { boxFor, describe, type TreeRow, withPlaces } from "./tree-rows.ts";
import { treeView } from "./tree-view.ts";

export interface DecisionTreeOptions extends Words {
  /** At most so many nodes are drawn, those nearest to the root. 31 unless given: four questions deep. */
  readonly most?: number | undefined;
  /** A name for each feature. */
  readonly names?: readonly string[] | undefined;
  /** A name for each class. */
  readonly classes?: readonly string[] | undefined;
}

export type TreeFigure = FigureOf<
  "tree",
  TreeRow,
  { readonly usermeta: { readonly classes: readonly string[] }; readonly hconcat: readonly object[] }
>;

/**
 * A decision tree: its questions, and in each node what it predicts, how many rows it holds and of which classes.
 *
 * A tree of more than `most` nodes is cut below those nearest to the root, and the figure says so.
 *
 * @throws RangeError if `most` is not a whole number from 1, a class has no name, or the tree contains itself
 * @throws TypeError if a node is neither a question with two branches nor an answer
 * @example decisionTree(exportTree(model, { featureNames }), { title: "Two questions tell the growers apart" })
 * @example decisionTree({ feature: "age", threshold: 9.5, left: { label: "child" }, right: { label: "adult" } }, { title: "…" })
 */
export function decisionTree(tree: TreeNode, options: DecisionTreeOptions): TreeFigure {
  const { most = 31, names } = options;
  if (!Number.isInteger(most) || most < 1)
    throw new RangeError(`decisionTree needs a whole number of nodes from 1 as most, got ${most}.`);
  const total = countBelow(tree) + 1;
  const nodes = inReadingOrder(nearestNodes(tree, most));
  const classes = classesOfTree(
    nodes.map(({ node }) => node),
    options.classes,
  );
  const told = nodes.map((placed) => describe(placed, classes, names));
  const box = boxFor(told);
  const rows = withPlaces(nodes, told, box);
  return figureOf("tree", options, notesOf(total, rows.length), rows, {
    usermeta: { classes: classes.names },
    // A view inside another keeps its size, which its boxes need.
    hconcat: [treeView(rows, classes.names, box)],
  });
}

function notesOf(total: number, drawn: number): string[] {
  if (total === 1) return ["The tree asks nothing: it has a single node."];
  if (drawn === total) return [];
  return [`Drawn: the ${drawn === 1 ? "root" : `${drawn} nodes nearest to the root`}, of ${total} nodes.`];
}
