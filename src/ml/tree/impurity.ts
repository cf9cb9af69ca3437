/**
 * How mixed the targets of a node's rows are, and how much less mixed two parts of them would be.
 *
 * The search shows it a node once (`enter`), and for each feature moves the node's rows, in the order of their
 * values, from the right part to the left (`reset`, then `moveLeft`), asking between two different values what
 * cutting there would gain (`gain`). Whatever the gain is made of is kept up to date row by row, so that looking at
 * all the cuts of a feature costs no more than reading its rows.
 */
export interface Impurity {
  /** How many numbers describe the targets of a node: the weight of each class, or the mean alone. */
  readonly nValues: number;
  /** Impurity of the node as a whole, 0 when all its targets are the same. Set by enter. */
  readonly impurity: number;
  /** Sum of the weights of the node's rows. Set by enter. */
  readonly weight: number;
  /** Whether all targets of the node are the same. Set by enter. */
  readonly isPure: boolean;

  /** Takes the rows between two places of `rows` as the node from now on. */
  enter(rows: Int32Array, start: number, end: number): void;

  /** Writes the numbers that describe the node, `[nValues]`, to the end of a list. */
  describe(values: number[]): void;

  /** Puts all rows of the node into the right part. */
  reset(): void;

  /** Moves a row of the node from the right part to the left. */
  moveLeft(row: number): void;

  /**
   * By how much the cut between the present parts lowers the impurity: that of the node, less the mean of that of
   * both parts, each counted by its weight. -Infinity when a part has no weight.
   */
  gain(): number;
}
