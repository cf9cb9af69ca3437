/** With typed arrays: classes as numbers, squares of counts kept up to date in one addition a row; ties go to the last question found. */
type Node = { label: string } | { feature: number; threshold: number; left: Node; right: Node };

export function gini(labels: string[]): number {
  const { codes, names } = coded(labels);
  const counts = new Float64Array(names.length);
  for (const code of codes) counts[code]++;
  // Of all ordered pairs of rows, those that differ; an empty list has none.
  let differing = 0;
  for (const count of counts) differing += count * (labels.length - count);
  return differing / Math.max(1, labels.length) ** 2;
}

export function predictTree(tree: Node, X: number[][]): string[] {
  const descend = (node: Node, row: number[]): string => {
    if (!("threshold" in node)) return node.label;
    return descend(row[node.feature] > node.threshold ? node.right : node.left, row);
  };
  return X.map((row) => descend(tree, row));
}

export function bestSplit(X: number[][], y: string[]) {
  const n = y.length;
  const { codes, names } = coded(y);
  const total = new Float64Array(names.length);
  for (const code of codes) total[code]++;
  const squaresOf = (counts: Float64Array) => counts.reduce((sum, count) => sum + count * count, 0);
  let best = null;
  let bestPurity = -1;
  for (let feature = 0; feature < X[0].length; feature++) {
    const values = Float64Array.from(X, (row) => row[feature]);
    const order = Uint32Array.from(values.keys()).sort((one, other) => values[one] - values[other]);
    const left = new Float64Array(names.length);
    const right = total.slice();
    let [inLeft, inRight] = [0, squaresOf(right)];
    for (let i = 0; i + 1 < n; i++) {
      const code = codes[order[i]];
      inLeft += 2 * left[code]++ + 1;
      inRight -= 2 * right[code]-- - 1;
      const [low, high] = [values[order[i]], values[order[i + 1]]];
      if (low === high) continue;
      const purity = (inLeft / (i + 1) + inRight / (n - i - 1)) / n;
      if (purity < bestPurity) continue;
      bestPurity = purity;
      best = { feature, threshold: low + (high - low) / 2, gain: purity - squaresOf(total) / n ** 2 };
    }
  }
  return best;
}

export function growTree(
  X: number[][],
  y: string[],
  { maxDepth, minSamplesSplit }: { maxDepth: number; minSamplesSplit: number },
): Node {
  const grow = (rows: number[], depth: number): Node => {
    const [XHere, yHere] = [rows.map((i) => X[i]), rows.map((i) => y[i])];
    const mayAsk = depth < maxDepth && rows.length >= minSamplesSplit && new Set(yHere).size > 1;
    const split = mayAsk ? bestSplit(XHere, yHere) : null;
    if (!split) return { label: mostFrequent(yHere) };
    const { feature, threshold } = split;
    return {
      feature,
      threshold,
      left: grow(
        rows.filter((i) => X[i][feature] <= threshold),
        depth + 1,
      ),
      right: grow(
        rows.filter((i) => X[i][feature] > threshold),
        depth + 1,
      ),
    };
  };
  return grow([...y.keys()], 0);
}

function mostFrequent(labels: string[]): string {
  const { codes, names } = coded(labels);
  const counts = new Float64Array(names.length);
  for (const code of codes) counts[code]++;
  return names[counts.lastIndexOf(Math.max(...counts))];
}

function coded(labels: string[]): { codes: Uint32Array; names: string[] } {
  const names = [...new Set(labels)];
  const place = new Map(names.map((name, code) => [name, code]));
  return { codes: Uint32Array.from(labels, (label) => place.get(label) ?? 0), names };
}
