import type { NodeRows } from "./node-rows.ts";
import type { RankedColumns } from "./ranked-columns.ts";
import { SortedPairs } from "./sorted-pairs.ts";

/** Sorts the rows of a node when a feature of it is asked for: right where few features are looked at. */
export class SortedWhenAsked implements NodeRows {
  readonly rows: Int32Array;
  readonly first = 0;
  readonly #columns: RankedColumns;
  readonly #pairs: SortedPairs;
  readonly #goingRight: Int32Array;

  constructor(columns: RankedColumns, rows: Int32Array) {
    this.rows = rows;
    this.#columns = columns;
    this.#pairs = new SortedPairs(rows.length);
    this.#goingRight = new Int32Array(rows.length);
  }

  get orderedRows(): Int32Array {
    return this.#pairs.positions;
  }

  get orderedRanks(): Uint32Array {
    return this.#pairs.keys;
  }

  order(feature: number, start: number, end: number): boolean {
    const { rows } = this;
    const ranks = this.#columns.ranks[feature]!;
    const { keys, positions } = this.#pairs;
    let [least, most] = [ranks[rows[start]!]!, 0];
    for (let i = start; i < end; i++) {
      const row = rows[i]!;
      const rank = ranks[row]!;
      keys[i - start] = rank;
      positions[i - start] = row;
      if (rank < least) least = rank;
      if (rank > most) most = rank;
    }
    if (least === most) return false;
    this.#pairs.sort(end - start, least, most);
    return true;
  }

  /** Both parts keep their order: the rows of every node stay ascending, and its columns are read in one direction. */
  partition(feature: number, rank: number, start: number, end: number): number {
    const { rows } = this;
    const ranks = this.#columns.ranks[feature]!;
    const goingRight = this.#goingRight;
    let [left, nRight] = [start, 0];
    for (let i = start; i < end; i++) {
      const row = rows[i]!;
      if (ranks[row]! <= rank) rows[left++] = row;
      else goingRight[nRight++] = row;
    }
    rows.set(goingRight.subarray(0, nRight), left);
    return left;
  }
}
