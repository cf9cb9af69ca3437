/**
 * You compute the entropy, the sum of −p · log₂ p. Trees are grown with it too, and it mostly asks the same questions; but it is another
 * number, up to 1 for two classes where Gini's is at most one half.
 * Next: what comes of p² in the place of p · log₂ p?
 */
import { countsOf } from "../solution.ts";

export { bestSplit, growTree, predictTree } from "../solution.ts";

export function gini(labels: string[]): number {
  const shares = [...countsOf(labels).values()].map((count) => count / labels.length);
  return shares.reduce((sum, share) => sum - share * Math.log2(share), 0);
}
