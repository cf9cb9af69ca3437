/**
 * By value: rows with the same number are gathered first, and whole groups change sides, columns from last to first. A question that
 * gains nothing is not asked, and leaves remember their rows.
 */
type Question = { feature: number; threshold: number; gain: number };
type Node = { label: string; rows: number } | (Omit<Question, "gain"> & { left: Node; right: Node });
type Counts = Record<string, number>;

export const gini = (labels: string[]): number => impurityOf(countsOf(labels));

export function bestSplit(X: number[][], y: string[]): Question | null {
  const columns = X[0].map((_, feature) => questionsOf(X, y, feature));
  const [best = null] = columns
    .reverse()
    .flat()
    .sort((one, other) => other.gain - one.gain);
  return best;
}

function questionsOf(X: number[][], y: string[], feature: number): Question[] {
  const byValue = new Map<number, string[]>(X.map((row) => [row[feature], []]));
  for (const [i, row] of X.entries()) byValue.get(row[feature])?.push(y[i]);
  const groups = [...byValue]
    .map(([value, labels]) => ({ value, labels }))
    .sort((one, other) => one.value - other.value);
  const whole = countsOf(y);
  const below: Counts = {};
  return groups.slice(0, -1).map(({ value, labels }, i) => {
    for (const label of labels) below[label] = (below[label] ?? 0) + 1;
    const above = Object.fromEntries(
      Object.entries(whole).map(([label, count]) => [label, count - (below[label] ?? 0)]),
    );
    const remaining = [below, above].map((counts) => (sizeOf(counts) / y.length) * impurityOf(counts));
    return {
      feature,
      threshold: (value + groups[i + 1].value) / 2,
      gain: impurityOf(whole) - remaining[0] - remaining[1],
    };
  });
}

export function growTree(
  X: number[][],
  y: string[],
  options: { maxDepth: number; minSamplesSplit: number },
): Node {
  const leaf = {
    label: Object.entries(countsOf(y)).reduce((a, b) => (b[1] > a[1] ? b : a))[0],
    rows: y.length,
  };
  if (options.maxDepth < 1 || y.length < options.minSamplesSplit) return leaf;
  const split = bestSplit(X, y);
  if (split === null || split.gain < 1e-12) return leaf;
  const { feature, threshold } = split;
  const isLeft = (i: number) => X[i][feature] <= threshold;
  const rows = [...y.keys()];
  const [left, right] = [rows.filter(isLeft), rows.filter((i) => !isLeft(i))].map((rows) =>
    growTree(
      rows.map((i) => X[i]),
      rows.map((i) => y[i]),
      { ...options, maxDepth: options.maxDepth - 1 },
    ),
  );
  return { feature, threshold, left, right };
}

export function predictTree(tree: Node, X: number[][]): string[] {
  return X.map((row) => {
    if ("label" in tree) return tree.label;
    const side = row[tree.feature] <= tree.threshold ? tree.left : tree.right;
    return predictTree(side, [row])[0];
  });
}

function countsOf(labels: string[]): Counts {
  const counts: Counts = {};
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

const sizeOf = (counts: Counts) => Object.values(counts).reduce((sum, count) => sum + count, 0);

function impurityOf(counts: Counts): number {
  const total = sizeOf(counts);
  return Object.values(counts).reduce((sum, count) => sum + (count / total) * (1 - count / total), 0);
}
