import { checkCount, shown } from "../check-input.ts";
import { type Label, rowsOfClasses } from "../labels.ts";
import { Random } from "../random.ts";

/** Row numbers in ascending order: the rows to test on, and all others to learn from. */
export interface Fold {
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/** How to cut rows into folds: `nSplits` of them (5), mixed as `randomState` says when `shuffle` is set. */
export interface FoldOptions {
  nSplits?: number;
  shuffle?: boolean;
  randomState?: number;
}

/**
 * Cuts the rows into `nSplits` parts, each the test of one fold: neighbouring rows together, or mixed by `shuffle`.
 * The parts differ by one row at most, the larger first: 10 rows in 3 folds make 4, 3 and 3.
 * @example new KFold({ nSplits: 2 }).split(3) // [{ train: [2], test: [0, 1] }, { train: [0, 1], test: [2] }]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.KFold.html
 */
export class KFold {
  readonly options: Readonly<FoldOptions>;

  constructor(options: FoldOptions = {}) {
    this.options = options;
  }

  /**
   * The folds of the rows 0 to nSamples - 1.
   * @throws {RangeError} when nSplits is not a whole number from 2 to nSamples, or randomState does not go with shuffle
   */
  split(nSamples: number): Fold[] {
    const { nSplits, random } = readOptions("KFold", this.options);
    checkCount("KFold.split", "nSamples", nSamples, 1);
    if (nSplits > nSamples) {
      throw new RangeError(`KFold needs nSplits ≤ nSamples, got ${nSplits} folds for ${nSamples} rows.`);
    }
    const foldOfRow = deal(nSamples, 0, nSplits);
    return foldsOf(random?.shuffle(foldOfRow) ?? foldOfRow, nSplits);
  }
}

/**
 * Cuts the rows into `nSplits` parts, each the test of one fold, with the classes in the same proportions in each,
 * as nearly as whole rows allow. A class with fewer rows than folds is missing from some tests.
 * @example new StratifiedKFold({ nSplits: 2 }).split(["a", "a", "b", "b"]).map((fold) => fold.test) // [[0, 2], [1, 3]]
 * @see https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.StratifiedKFold.html
 */
export class StratifiedKFold {
  readonly options: Readonly<FoldOptions>;

  constructor(options: FoldOptions = {}) {
    this.options = options;
  }

  /**
   * The folds of the rows that have the labels y, `[nSamples]`.
   * @throws {RangeError} when nSplits is not a whole number of 2 or more, no class has that many rows, or
   *   randomState does not go with shuffle
   * @throws {TypeError} when y is not an array of labels
   */
  split(y: readonly Label[]): Fold[] {
    const { nSplits, random } = readOptions("StratifiedKFold", this.options);
    const classes = rowsOfClasses("StratifiedKFold.split", y);
    if (!classes.some((rows) => rows.length >= nSplits)) {
      throw new RangeError(
        `StratifiedKFold needs a class of nSplits = ${nSplits} rows or more, got none so large.`,
      );
    }
    const foldOfRow = new Array<number>(y.length);
    let dealt = 0;
    for (const rows of classes) {
      const folds = deal(rows.length, dealt, nSplits);
      const mixed = random?.shuffle(folds) ?? folds;
      rows.forEach((row, place) => {
        foldOfRow[row] = mixed[place]!;
      });
      dealt += rows.length;
    }
    return foldsOf(foldOfRow, nSplits);
  }
}

function readOptions(who: string, { nSplits = 5, shuffle = false, randomState }: FoldOptions) {
  checkCount(who, "nSplits", nSplits, 2);
  if (shuffle !== (randomState !== undefined)) {
    throw new RangeError(
      `${who} needs shuffle and randomState together or neither, got ${shown(shuffle)} and ${shown(randomState)}.`,
    );
  }
  return { nSplits, random: randomState === undefined ? undefined : new Random(randomState) };
}

/**
 * Folds for `count` rows, in ascending order. They are dealt like cards, one to each fold in turn, going on after
 * the `dealt` ones that are out already; so the sizes of the folds never differ by more than one.
 */
function deal(count: number, dealt: number, nSplits: number): number[] {
  return Array.from({ length: count }, (_, place) => (dealt + place) % nSplits).sort((a, b) => a - b);
}

/** For each fold, the rows that are in it, to test on, and all others, to learn from. */
export function foldsOf(foldOfRow: readonly number[], nSplits: number): Fold[] {
  return Array.from({ length: nSplits }, (_, fold) => {
    const train: number[] = [];
    const test: number[] = [];
    foldOfRow.forEach((other, row) => {
      (other === fold ? test : train).push(row);
    });
    return { train, test };
  });
}
