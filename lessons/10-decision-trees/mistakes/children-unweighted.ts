/**
 * You take the plain mean of both sides' impurities. A side with a single row is always pure, and counts as much as the other
 * side with all the rest: so your search likes to cut off single rows.
 * Next: of 100 rows, 1 lies left and 99 lie right. How much of the whole should each side's impurity be?
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
      if (X[low][feature] === X[high][feature]) continue;
      const gain = whole - (impurity(left, nLeft) + impurity(right, y.length - nLeft)) / 2;
      const threshold = (X[low][feature] + X[high][feature]) / 2;
      if (best === null || gain > best.gain) best = { feature, threshold, gain };
    }
  }
  return best;
}

function impurity(counts: Map<string, number>, total: number): number {
  return 1 - [...counts.values()].reduce((sum, count) => sum + (count / total) ** 2, 0);
}
