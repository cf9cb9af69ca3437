// Put your code where it says "Not written yet". Everything else here is yours to use and to change.
// Save, then have it graded: npm run grade 10

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
  throw new Error("Not written yet: gini");
}

/** Takes each row from the top of the tree down to a leaf, and gives that leaf's label. */
export function predictTree(tree: Node, X: number[][]): string[] {
  throw new Error("Not written yet: predictTree");
}

/**
 * Finds the question with the largest gain: the impurity of all labels minus that of both sides, each side weighted by
 * its share of the rows.
 *
 * A threshold lies halfway between two neighbouring, different values of its column. If several questions gain the same, any
 * of them will do. A question that gains 0 is a question; where no column has two different values there is none: null.
 */
export function bestSplit(X: number[][], y: string[]): Split | null {
  throw new Error("Not written yet: bestSplit");
}

/**
 * Grows a tree: asks the best question, divides the rows, and does the same with each side.
 *
 * A leaf comes where maxDepth is reached, where there are fewer than minSamplesSplit rows, where all labels are the
 * same, and where no question is left. Its label is the most frequent one (of equally frequent ones, any). A question
 * that gains nothing may be asked or left unasked.
 */
export function growTree(X: number[][], y: string[], { maxDepth, minSamplesSplit }: Limits): Node {
  throw new Error("Not written yet: growTree");
}
