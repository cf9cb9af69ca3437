import type { Random } from "../random.ts";
import type { Limits } from "./growth-options.ts";
import type { Impurity } from "./impurity.ts";
import type { NodeRows } from "./node-rows.ts";
import type { RankedColumns } from "./ranked-columns.ts";

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
    this.#features = Int32Array.from({ length: columns.nFeatures }, (_, feature) => feature);
  }

  /**
   * The split with the largest gain of the node that the impurity has entered, its rows between two places.
   * Of equal gains the first found wins: the first feature, and the lowest threshold of it.
   * Undefined when all features are constant, or no cut leaves minSamplesLeaf rows on both sides.
   */
  best(rows: NodeRows, start: number, end: number, random: Random): Split | undefined {
    this.#best = undefined;
    const { nFeatures } = this.#columns;
    let nVaried = 0;
    // As in scikit-learn, drawing goes on beyond maxFeatures while all that came were constant in this node.
    for (let drawn = 0; drawn < nFeatures && (drawn < this.#maxFeatures || nVaried === 0); drawn++) {
      const feature = this.#draw(drawn, random);
      if (!rows.order(feature, start, end)) continue;
      nVaried += 1;
      this.#tryCuts(feature, rows, end - start);
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

  /** Moves the sorted rows from right to left one by one, and keeps the best of the cuts between different values. */
  #tryCuts(feature: number, { orderedRows, orderedRanks, first }: NodeRows, count: number): void {
    const impurity = this.#impurity;
    const minSamplesLeaf = this.#minSamplesLeaf;
    const tie = TIE * impurity.impurity;
    const end = first + count - minSamplesLeaf;
    let bestGain = this.#best?.gain ?? Number.NEGATIVE_INFINITY;
    let best = -1;
    impurity.reset();
    for (let last = first; last < end; last++) {
      impurity.moveLeft(orderedRows[last]!);
      if (orderedRanks[last] === orderedRanks[last + 1] || last - first + 1 < minSamplesLeaf) continue;
      const gain = impurity.gain();
      if (gain > bestGain + tie) {
        bestGain = gain;
        best = last;
      }
    }
    if (best >= 0) this.#best = this.#split(feature, orderedRanks[best]!, orderedRanks[best + 1]!, bestGain);
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
