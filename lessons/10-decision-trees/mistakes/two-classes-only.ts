/**
 * You take one class's share p and return 2p(1 − p). For two classes that is the Gini impurity; with a third one, its rows count as
 * if they all were of one class together with the second.
 * Next: what should a, b, c give, and what do a, b, b?
 */
import { countsOf } from "../solution.ts";

export { bestSplit, growTree, predictTree } from "../solution.ts";

export function gini(labels: string[]): number {
  if (labels.length === 0) return 0;
  const [first] = countsOf(labels).values();
  const share = first / labels.length;
  return 2 * share * (1 - share);
}
