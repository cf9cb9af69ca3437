import { checkCount } from "../check-input.ts";
import { type Label, rowsOfClasses } from "../labels.ts";
import { type Fold, foldsOf } from "./folds.ts";

/**
 * Cuts the rows into `nSplits` parts (5), each the test of one fold, and keeps the rows of one group together. The
 * largest groups are dealt first, each to the part with the fewest rows, so that the parts are about equal.
 * @example new GroupKFold({ nSplits: 2 }).split(["a", "b", "a"]).map((fold) => fold.test) // [[0, 2], [1]]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.GroupKFold.html
 */
export class GroupKFold {
  readonly nSplits: number;

  constructor({ nSplits = 5 }: { nSplits?: number } = {}) {
    this.nSplits = nSplits;
  }

  /**
   * The folds of the rows that belong to the given groups, `[nSamples]`.
   * @throws {TypeError|RangeError} when nSplits is not a whole number from 2 to the number of groups, or groups is
   *   not an array of labels
   */
  split(groups: readonly Label[]): Fold[] {
    checkCount("GroupKFold", "nSplits", this.nSplits, 2);
    const rowsOfGroups = rowsOfClasses("GroupKFold.split", groups);
    if (this.nSplits > rowsOfGroups.length) {
      throw new RangeError(
        `GroupKFold needs nSplits ≤ the number of groups, got ${this.nSplits} folds for ${rowsOfGroups.length} groups.`,
      );
    }
    const foldOfRow = new Array<number>(groups.length);
    const sizes = new Array<number>(this.nSplits).fill(0);
    // Of equally large groups the one with the larger label comes first, as in scikit-learn.
    const largestFirst = rowsOfGroups
      .sort(([a], [b]) => (groups[a!]! < groups[b!]! ? -1 : 1))
      .sort((a, b) => a.length - b.length)
      .reverse();
    for (const rows of largestFirst) {
      const smallest = sizes.indexOf(Math.min(...sizes));
      sizes[smallest]! += rows.length;
      for (const row of rows) foldOfRow[row] = smallest;
    }
    return foldsOf(foldOfRow, this.nSplits);
  }
}
