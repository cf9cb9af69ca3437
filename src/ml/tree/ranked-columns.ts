import type { DenseColumns } from "../features.ts";
import { SortedPairs } from "./sorted-pairs.ts";

/**
 * The columns of X with each value replaced by its rank among the distinct values of its column. A tree asks of
 * values only which is larger, so ranks say all it needs; and whole numbers can be sorted without comparing them.
 * They are half as wide as the values, too.
 */
export interface RankedColumns {
  /** For each column, the rank of each row's value, `[nFeatures][nSamples]`; the smallest value has rank 0. */
  readonly ranks: readonly Int32Array[];
  /** For each column, its distinct values in ascending order. */
  readonly distinct: readonly Float64Array[];
  readonly nSamples: number;
  readonly nFeatures: number;
}

/** Ranks the values of each column; -0 and 0 are one value. */
export function rankColumns({ columns, nSamples, nFeatures }: DenseColumns): RankedColumns {
  const pairs = new SortedPairs(nSamples);
  const ranked = columns.map((column) => rankColumn(column, pairs));
  return {
    ranks: ranked.map(({ ranks }) => ranks),
    distinct: ranked.map(({ distinct }) => distinct),
    nSamples,
    nFeatures,
  };
}

function rankColumn(column: Float64Array, pairs: SortedPairs): { ranks: Int32Array; distinct: Float64Array } {
  sortRows(column, pairs);
  const order = pairs.positions;
  const ranks = new Int32Array(column.length);
  const ascending = new Float64Array(column.length);
  let last = 0;
  ascending[0] = column[order[0]!]!;
  for (let i = 1; i < column.length; i++) {
    const value = column[order[i]!]!;
    if (value !== ascending[last]!) {
      last += 1;
      ascending[last] = value;
    }
    ranks[order[i]!] = last;
  }
  return { ranks, distinct: ascending.slice(0, last + 1) };
}

/** Leaves in `pairs.positions` the row numbers in the order of their values. */
function sortRows(column: Float64Array, pairs: SortedPairs): void {
  for (let i = 0; i < column.length; i++) pairs.positions[i] = i;
  const words = orderedWords(column);
  sortByWord(words, LOW_WORD, pairs);
  sortByWord(words, 1 - LOW_WORD, pairs);
}

/** Sorts the rows by one half of their 64 bits; those that are equal in it keep their order. */
function sortByWord(words: Uint32Array, half: number, pairs: SortedPairs): void {
  const { keys, positions } = pairs;
  const nSamples = words.length / 2;
  let [least, most] = [0xffffffff, 0];
  for (let i = 0; i < nSamples; i++) {
    const key = words[2 * positions[i]! + half]!;
    keys[i] = key;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  pairs.sort(nSamples, least, most);
}

/** Which of the two 32-bit words of a float64 this machine keeps its low bits in. */
const LOW_WORD = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 0 : 1;

/**
 * The bits of each value, changed so that they order as whole numbers the way the values do. Floats of one sign
 * already do; setting the sign bit lifts the positive ones above the negative, and turning all bits of the
 * negative ones over puts the largest of them last.
 * @see http://stereopsis.com/radix.html
 */
function orderedWords(column: Float64Array): Uint32Array {
  // Adding 0 turns -0 into 0, the only two equal numbers with different bits.
  const words = new Uint32Array(column.map((value) => value + 0).buffer);
  for (let i = 0; i < words.length; i += 2) {
    const high = words[i + 1 - LOW_WORD]!;
    const isNegative = high >>> 31 === 1;
    words[i + 1 - LOW_WORD] = isNegative ? ~high : high | 0x80000000;
    if (isNegative) words[i + LOW_WORD] = ~words[i + LOW_WORD]!;
  }
  return words;
}
