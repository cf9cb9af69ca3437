/**
 * You return the sum of the squared shares, and leave it at that. That sum is 1 where all labels are the same and small where they are
 * mixed: it measures purity, and impurity is what is missing to 1.
 * Next: what should three labels of one class give, and what do you give?
 */
import { countsOf } from "../solution.ts";

export { bestSplit, growTree, predictTree } from "../solution.ts";

export function gini(labels: string[]): number {
  let purity = 0;
  for (const count of countsOf(labels).values()) purity += (count / labels.length) ** 2;
  return purity;
}
