import { MAX_CLASSES } from "./palette.ts";
import type { Prediction, TreeNode } from "./tree-nodes.ts";

/** The classes that a tree tells apart, as far as they are drawn apart. */
export interface TreeClasses {
  /** At most ten; of more, the nine commonest and the others as one. None where numbers are predicted. */
  readonly names: readonly string[];
  /** The class that a node predicts, under the name that the learner reads. */
  predictedBy(node: TreeNode): { readonly name: string; readonly colour: number } | undefined;
  /** A node's share of each drawn class. */
  sharesOf(node: TreeNode): number[] | undefined;
}

/**
 * Finds the classes in the nodes of a tree: from the given names, else from what the nodes predict.
 *
 * @throws RangeError if there are shares of more classes than names
 */
export function classesOfTree(nodes: readonly TreeNode[], given: readonly string[] | undefined): TreeClasses {
  const count = nodes.reduce((most, { shares = [] }) => Math.max(most, shares.length), 0);
  if (given !== undefined && given.length < count)
    throw new RangeError(`decisionTree needs a name for each of ${count} classes, got ${given.length}.`);
  const all = count > 0 ? sharedClasses(nodes, given, count) : predictedClasses(nodes, given);
  const { names, colourOf } = drawnApart(all, nodes[0]?.shares ?? []);
  return {
    names,
    predictedBy: (node) => {
      const index = classIndex(node, all);
      const name = all[index];
      return name === undefined ? undefined : { name, colour: colourOf[index] ?? 0 };
    },
    sharesOf: ({ shares }) => {
      if (shares === undefined) return undefined;
      const sums = names.map(() => 0);
      shares.forEach((share, i) => {
        const colour = colourOf[i] ?? 0;
        if (share > 0) sums[colour] = (sums[colour] ?? 0) + share;
      });
      return sums;
    },
  };
}

/** A node predicts the class of its largest share, which tells the names of classes that were not given. */
function sharedClasses(
  nodes: readonly TreeNode[],
  given: readonly string[] | undefined,
  count: number,
): string[] {
  const names = Array.from({ length: count }, (_, i) => given?.[i] ?? `class ${i}`);
  if (given !== undefined) return names;
  for (const node of nodes) {
    const predicted = node.prediction ?? node.label;
    const largest = largestIn(node.shares ?? []);
    if (predicted !== undefined && largest >= 0) names[largest] = String(predicted);
  }
  return names;
}

function predictedClasses(nodes: readonly TreeNode[], given: readonly string[] | undefined): string[] {
  if (given !== undefined) return [...given];
  const predictions = nodes.map(({ prediction, label }) => prediction ?? label);
  if (predictions.every((value) => value === undefined || typeof value === "number")) return [];
  const names = predictions.filter((value): value is Prediction => value !== undefined).map(String);
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

function classIndex({ prediction, label, shares = [] }: TreeNode, names: readonly string[]): number {
  const largest = largestIn(shares);
  if (largest >= 0) return largest;
  const predicted = prediction ?? label;
  const named = names.indexOf(String(predicted));
  return named < 0 && typeof predicted === "number" ? predicted : named;
}

/** The first of the largest shares; −1 if there is none. */
function largestIn(shares: readonly number[]): number {
  return shares.reduce((best, share, i) => (share > (shares[best] ?? 0) ? i : best), -1);
}

function drawnApart(
  all: readonly string[],
  shares: readonly number[],
): { names: readonly string[]; colourOf: readonly number[] } {
  if (all.length <= MAX_CLASSES) return { names: all, colourOf: all.map((_, i) => i) };
  const byShare = all.map((_, i) => i).sort((a, b) => (shares[b] ?? 0) - (shares[a] ?? 0));
  const kept = byShare.slice(0, MAX_CLASSES - 1).sort((a, b) => a - b);
  const names = [...kept.map((i) => all[i] ?? ""), `${all.length - kept.length} other classes`];
  const colourOf = all.map((_, i) => (kept.includes(i) ? kept.indexOf(i) : kept.length));
  return { names, colourOf };
}
