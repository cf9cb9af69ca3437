/**
 * Your search also stops between two rows with the same value. No threshold can tell those rows apart, so the gain that you count
 * there can never be had, and it changes with the order of the rows.
 * Next: which rows go left when the threshold is 5 and the values are 5, 5, 6?
 */
import { countsOf, type Split } from "../solution.ts";

export { gini, growTree, predictTree } from "../solution.ts";

export function bestSplit(X: number[][], y: string[]): Split | null {
  let best: Split | null = null;
  const whole = impurity(countsOf(y), y.length);
  for (const feature of X[0].keys()) {
    const order = [...X.keys()].sort((a, b) => X[a][feature] - X[b][feature]);
    const [left, right] = [new Map<string, number>(), countsOf(y)];
    for (let nLeft = 1; nLeft < y.length; nLeft++) {
      const [low, high] = [order[nLeft - 1], order[nLeft]];
      left.set(y[low], (left.get(y[low]) ?? 0) + 1);
      right.set(y[low], (right.get(y[low]) ?? 0) - 1);
      const nRight = y.length - nLeft;
      const gain = whole - (nLeft * impurity(left, nLeft) + nRight * impurity(right, nRight)) / y.length;
      const threshold = (X[low][feature] + X[high][feature]) / 2;
      if (best === null || gain > best.gain) best = { feature, threshold, gain };
    }
  }
  return best;
}

function impurity(counts: Map<string, number>, total: number): number {
  return 1 - [...counts.values()].reduce((sum, count) => sum + (count / total) ** 2, 0);
}
