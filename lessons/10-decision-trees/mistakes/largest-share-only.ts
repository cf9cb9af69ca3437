/**
 * You return 1 minus the share of the largest class: how often you would be wrong if you always named it. That is an impurity too, but
 * not Gini's: it can't see that a split has left a side purer as long as the same class stays in front on both sides.
 * Next: what do the shares 0.8 and 0.2 give when every class's share is squared?
 */
import { countsOf } from "../solution.ts";

export { bestSplit, growTree, predictTree } from "../solution.ts";

export function gini(labels: string[]): number {
  if (labels.length === 0) return 0;
  return 1 - Math.max(...countsOf(labels).values()) / labels.length;
}
