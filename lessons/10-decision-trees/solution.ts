/** Where a tree ends: every row that gets here is given this label. */
export interface Leaf {
  label: string;
}

/** Rows whose number in column `feature` is at most `threshold` go left, all others go right. */
export interface Question {
  feature: number;
  threshold: number;
  left: Node;
  right: Node;
}

export type Node = Leaf | Question;

/** The best question about some rows, and by how much it lowers their Gini impurity. */
export interface Split {
  feature: number;
  threshold: number;
  gain: number;
}

/** When a tree stops growing. */
export interface Limits {
  /** How many questions a row may meet at most; 0 leaves a single leaf. */
  maxDepth: number;
  /** Fewer rows than this are not divided any further. */
  minSamplesSplit: number;
}

/** Whether a tree ends here. Yours to use. */
export function isLeaf(node: Node): node is Leaf {
  return "label" in node;
}

/** How often each label comes. Yours to use. */
export function countsOf(labels: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/**
 * The Gini impurity: 1 minus the sum, over the classes, of each class's squared share of the labels.
 *
 * It is 0 where all labels are the same, and for an empty list.
 */
export function gini(labels: string[]): number {
  // answer:
  return giniOf(countsOf(labels), labels.length);
  // end
}

/** Takes each row from the top of the tree down to a leaf, and gives that leaf's label. */
export function predictTree(tree: Node, X: number[][]): string[] {
  // answer:
  return X.map((row) => {
    let node = tree;
    while (!isLeaf(node)) node = row[node.feature] <= node.threshold ? node.left : node.right;
    return node.label;
  });
  // end
}

/**
 * Finds the question with the largest gain: the impurity of all labels minus that of both sides, each side weighted by
 * its share of the rows.
 *
 * A threshold lies halfway between two neighbouring, different values of its column. If several questions gain the same, any
 * of them will do. A question that gains 0 is a question; where no column has two different values there is none: null.
 */
export function bestSplit(X: number[][], y: string[]): Split | null {
  // answer:
  let best: Split | null = null;
  for (const feature of X[0].keys()) {
    const values = X.map((row) => row[feature]);
    const split = bestThreshold(values, y);
    if (split && (best === null || split.gain > best.gain)) best = { feature, ...split };
  }
  return best;
  // end
}

/**
 * Grows a tree: asks the best question, divides the rows, and does the same with each side.
 *
 * A leaf comes where maxDepth is reached, where there are fewer than minSamplesSplit rows, where all labels are the
 * same, and where no question is left. Its label is the most frequent one (of equally frequent ones, any). A question
 * that gains nothing may be asked or left unasked.
 */
export function growTree(X: number[][], y: string[], { maxDepth, minSamplesSplit }: Limits): Node {
  // answer:
  const isDone = maxDepth === 0 || y.length < minSamplesSplit || gini(y) === 0;
  const split = isDone ? null : bestSplit(X, y);
  if (split === null) return { label: mostFrequent(y) };
  const { feature, threshold } = split;
  const grow = (goesHere: (row: number[]) => boolean) => {
    const rows = [...X.keys()].filter((i) => goesHere(X[i]));
    const [XHere, yHere] = [rows.map((i) => X[i]), rows.map((i) => y[i])];
    return growTree(XHere, yHere, { maxDepth: maxDepth - 1, minSamplesSplit });
  };
  return {
    feature,
    threshold,
    left: grow((row) => row[feature] <= threshold),
    right: grow((row) => row[feature] > threshold),
  };
  // end
}

// answer:
/** Sorted once; then each row in turn goes from the right side to the left, and two counts change. */
function bestThreshold(values: number[], y: string[]): Omit<Split, "feature"> | null {
  const order = [...values.keys()].sort((a, b) => values[a] - values[b]);
  const left = new Map<string, number>();
  const right = countsOf(y);
  const whole = giniOf(right, y.length);
  let best: Omit<Split, "feature"> | null = null;
  for (let nLeft = 1; nLeft < y.length; nLeft++) {
    const [last, next] = [order[nLeft - 1], order[nLeft]];
    add(left, y[last], 1);
    add(right, y[last], -1);
    if (values[last] === values[next]) continue;
    const nRight = y.length - nLeft;
    const remaining = (nLeft * giniOf(left, nLeft) + nRight * giniOf(right, nRight)) / y.length;
    const gain = whole - remaining;
    if (best === null || gain > best.gain) best = { threshold: (values[last] + values[next]) / 2, gain };
  }
  return best;
}

function add(counts: Map<string, number>, label: string, howMany: number): void {
  counts.set(label, (counts.get(label) ?? 0) + howMany);
}

function giniOf(counts: Map<string, number>, total: number): number {
  let purity = 0;
  for (const count of counts.values()) purity += (count / total) ** 2;
  return total === 0 ? 0 : 1 - purity;
}

function mostFrequent(labels: string[]): string {
  const [[label]] = [...countsOf(labels)].sort(([, one], [, other]) => other - one);
  return label;
}
// end
