/** Without recursion: nodes wait in a queue and are filled in when their turn comes, the whole tree level by level. */
type Waiting = { rows: number[]; depth: number; node: Record<string, unknown> };

export function gini(labels: string[]): number {
  const distinct = [...new Set(labels)];
  return distinct.reduce(
    (left, name) => {
      const share = labels.filter((label) => label === name).length / labels.length;
      return left - share ** 2;
    },
    Math.min(1, labels.length),
  );
}

export function predictTree(tree: Record<string, unknown>, X: number[][]) {
  const answers = new Array(X.length);
  const queue = [{ node: tree, rows: [...X.keys()] }];
  for (const { node, rows } of queue) {
    if (node.left === undefined) for (const i of rows) answers[i] = node.label;
    else {
      const isLeft = (i: number) => X[i][node.feature as number] <= (node.threshold as number);
      queue.push({ node: node.left as Record<string, unknown>, rows: rows.filter(isLeft) });
      queue.push({ node: node.right as Record<string, unknown>, rows: rows.filter((i) => !isLeft(i)) });
    }
  }
  return answers;
}

export function bestSplit(X: number[][], y: string[]) {
  const names = [...new Set(y)];
  const whole = names.map((name) => y.filter((label) => label === name).length);
  const sideOf = (counts: number[], size: number) =>
    size - counts.reduce((sum, count) => sum + count ** 2, 0) / size;
  const found = X[0].flatMap((_, feature) => {
    const pairs = X.map((row, i) => ({ value: row[feature], code: names.indexOf(y[i]) }));
    pairs.sort((one, other) => one.value - other.value);
    const below = names.map(() => 0);
    let best: { feature: number; threshold: number; gain: number }[] = [];
    for (const [i, { value, code }] of pairs.slice(0, -1).entries()) {
      below[code] += 1;
      const next = pairs[i + 1].value;
      if (next === value) continue;
      const above = whole.map((count, k) => count - below[k]);
      const mixed = sideOf(below, i + 1) + sideOf(above, y.length - i - 1);
      const gain = (sideOf(whole, y.length) - mixed) / y.length;
      if (best.length === 0 || gain >= best[0].gain)
        best = [{ feature, threshold: value / 2 + next / 2, gain }];
    }
    return best;
  });
  return found.sort((one, other) => other.gain - one.gain).at(0) ?? null;
}

export function growTree(
  X: number[][],
  y: string[],
  { maxDepth, minSamplesSplit }: { maxDepth: number; minSamplesSplit: number },
) {
  const root = {};
  const queue: Waiting[] = [{ rows: [...y.keys()], depth: 0, node: root }];
  for (const { rows, depth, node } of queue) {
    const labels = rows.map((i) => y[i]);
    const mayAsk = depth < maxDepth && labels.length >= minSamplesSplit && new Set(labels).size > 1;
    const split = mayAsk
      ? bestSplit(
          rows.map((i) => X[i]),
          labels,
        )
      : null;
    if (!split) {
      const times = (name: string) => labels.filter((label) => label === name).length;
      node.label = [...labels].sort((one, other) => times(other) - times(one))[0];
      continue;
    }
    const isLeft = (i: number) => X[i][split.feature] <= split.threshold;
    const [left, right] = [{}, {}];
    Object.assign(node, split, { left, right });
    queue.push({ rows: rows.filter(isLeft), depth: depth + 1, node: left });
    queue.push({ rows: rows.filter((i) => !isLeft(i)), depth: depth + 1, node: right });
  }
  return root;
}
