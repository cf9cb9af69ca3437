/**
 * The rows that a tree grows from. Those of each node lie side by side, between two places that the node keeps, and
 * can be had in the order of any feature.
 */
export interface NodeRows {
  /** The rows in no order that means anything: for what must look at all rows of a node once. */
  readonly rows: Int32Array;
  /** The rows of the node that was ordered last, in the order of that feature, and the ranks of their values. */
  readonly orderedRows: Int32Array;
  readonly orderedRanks: Uint32Array;
  /** The place of the first of them. */
  readonly first: number;

  /** Brings the rows from start to end into the order of a feature; false if they are all equal in it. */
  order(feature: number, start: number, end: number): boolean;

  /**
   * Puts the rows whose rank in a feature is at most the given one before the others, and returns the place where
   * those others begin.
   */
  partition(feature: number, rank: number, start: number, end: number): number;
}
