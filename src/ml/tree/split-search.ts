import type { Random } from "../random.ts";
import type { Limits } from "./growth-options.ts";
import type { Impurity } from "./impurity.ts";
import type { RankedColumns } from "./ranked-columns.ts";
import { SortedPairs } from "./sorted-pairs.ts";

/** A way to cut a node in two: rows whose value of the feature is at most the threshold go left. */
export interface Split {
  readonly feature: number;
  readonly threshold: number;
  /** Rank of the largest value that goes left. */
  readonly rank: number;
  /** By how much the impurity of the node falls. */
  readonly gain: number;
}

/** Gains that differ by less than this share of the node's impurity differ by rounding: the first of them wins. */
const TIE = 1e-12;

/** Finds the best split of a node by looking at every cut of every feature, or of some features drawn at random. */
export class SplitSearch {
  readonly #columns: RankedColumns;
  readonly #impurity: Impurity;
  readonly #minSamplesLeaf: number;
  readonly #maxFeatures: number;
  readonly #inOrder: boolean;
  /** The node's rows, in the order of the feature that is being looked at. */
  readonly #pairs: SortedPairs;
  readonly #features: Int32Array;
  #best: Split | undefined;

  constructor(
    columns: RankedColumns,
    impurity: Impurity,
    { minSamplesLeaf, maxFeatures, inOrder }: Pick<Limits, "minSamplesLeaf" | "maxFeatures" | "inOrder">,
  ) {
    this.#columns = columns;
    this.#impurity = impurity;
    this.#minSamplesLeaf = minSamplesLeaf;
    this.#maxFeatures = maxFeatures;
    this.#inOrder = inOrder;
    this.#pairs = new SortedPairs(columns.nSamples);
    this.#features = Int32Array.from({ length: columns.nFeatures }, (_, feature) => feature);
  }

  /**
   * The split with the largest gain of the node that the impurity has entered, its rows between two positions of
   * `rows`. Of equal gains the first found wins: the first feature, and the lowest threshold of it.
   * Undefined when all features are constant, or no cut leaves minSamplesLeaf rows on both sides.
   */
  best(rows: Int32Array, start: number, end: number, random: Random): Split | undefined {
    this.#best = undefined;
    const { nFeatures } = this.#columns;
    let nVaried = 0;
    // As in scikit-learn, drawing goes on beyond maxFeatures while all that came were constant in this node.
    for (let drawn = 0; drawn < nFeatures && (drawn < this.#maxFeatures || nVaried === 0); drawn++) {
      const feature = this.#draw(drawn, random);
      if (!this.#sort(feature, rows, start, end)) continue;
      nVaried += 1;
      this.#tryCuts(feature, end - start);
    }
    return this.#best;
  }

  /** The next feature in order, or one of those that the first `drawn` places do not hold yet. */
  #draw(drawn: number, random: Random): number {
    const features = this.#features;
    if (this.#inOrder) return drawn;
    const place = random.integer(drawn, features.length);
    const feature = features[place]!;
    features[place] = features[drawn]!;
    features[drawn] = feature;
    return feature;
  }

  /** Brings the node's rows into the order of a feature; false if they are all equal in it. */
  #sort(feature: number, rows: Int32Array, start: number, end: number): boolean {
    const ranks = this.#columns.ranks[feature]!;
    const { keys, positions } = this.#pairs;
    let [least, most] = [ranks[rows[start]!]!, 0];
    for (let i = start; i < end; i++) {
      const rank = ranks[rows[i]!]!;
      keys[i - start] = rank;
      positions[i - start] = i - start;
      if (rank < least) least = rank;
      if (rank > most) most = rank;
    }
    if (least === most) return false;
    this.#pairs.sort(end - start, least, most);
    return true;
  }

  /** Moves the sorted rows from right to left one by one, and keeps the best of the cuts between different values. */
  #tryCuts(feature: number, count: number): void {
    const impurity = this.#impurity;
    const { keys, positions } = this.#pairs;
    const last = count - this.#minSamplesLeaf;
    const tie = TIE * impurity.impurity;
    let bestGain = this.#best?.gain ?? Number.NEGATIVE_INFINITY;
    let best = 0;
    impurity.reset();
    for (let nLeft = 1; nLeft <= last; nLeft++) {
      impurity.moveLeft(positions[nLeft - 1]!);
      if (keys[nLeft - 1] === keys[nLeft] || nLeft < this.#minSamplesLeaf) continue;
      const gain = impurity.gain();
      if (gain > bestGain + tie) {
        bestGain = gain;
        best = nLeft;
      }
    }
    if (best > 0) this.#best = this.#split(feature, keys[best - 1]!, keys[best]!, bestGain);
  }

  #split(feature: number, rank: number, nextRank: number, gain: number): Split {
    const distinct = this.#columns.distinct[feature]!;
    const threshold = between(distinct[rank]!, distinct[nextRank]!);
    // A gain is never negative; a sum of rounded numbers may be.
    return { feature, threshold, rank, gain: Math.max(0, gain) };
  }
}

/** The middle of two values, halved first so that it cannot overflow; the lower value where none lies between them. */
function between(low: number, high: number): number {
  const middle = low / 2 + high / 2;
  return middle < high ? middle : low;
}
