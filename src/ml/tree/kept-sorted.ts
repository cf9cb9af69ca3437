import type { NodeRows } from "./node-rows.ts";
import type { RankedColumns } from "./ranked-columns.ts";
import { SortedWhenAsked } from "./sorted-when-asked.ts";

/**
 * Sorts the rows by every feature once, and keeps them sorted: when a node is split, each feature's rows are dealt out
 * to the two parts in the order they have. That costs less than to sort, and is right where all features are looked at.
 */
export class KeptSorted implements NodeRows {
  readonly #rows: Int32Array[] = [];
  readonly #ranks: Uint32Array[] = [];
  readonly #goesRight: Uint8Array;
  readonly #rowsGoingRight: Int32Array;
  readonly #ranksGoingRight: Uint32Array;
  #ordered = 0;
  #start = 0;

  constructor(columns: RankedColumns, rows: Int32Array) {
    const sorted = new SortedWhenAsked(columns, rows);
    for (let feature = 0; feature < columns.nFeatures; feature++) {
      sorted.order(feature, 0, rows.length);
      this.#rows.push(sorted.orderedRows.slice());
      this.#ranks.push(sorted.orderedRanks.slice());
    }
    this.#goesRight = new Uint8Array(columns.nSamples);
    this.#rowsGoingRight = new Int32Array(rows.length);
    this.#ranksGoingRight = new Uint32Array(rows.length);
  }

  get rows(): Int32Array {
    return this.#rows[0]!;
  }

  get orderedRows(): Int32Array {
    return this.#rows[this.#ordered]!;
  }

  get orderedRanks(): Uint32Array {
    return this.#ranks[this.#ordered]!;
  }

  get first(): number {
    return this.#start;
  }

  order(feature: number, start: number, end: number): boolean {
    this.#ordered = feature;
    this.#start = start;
    const ranks = this.#ranks[feature]!;
    return ranks[start] !== ranks[end - 1];
  }

  partition(feature: number, rank: number, start: number, end: number): number {
    const [rows, ranks] = [this.#rows[feature]!, this.#ranks[feature]!];
    let middle = start;
    for (; ranks[middle]! <= rank; middle++) this.#goesRight[rows[middle]!] = 0;
    for (let i = middle; i < end; i++) this.#goesRight[rows[i]!] = 1;
    for (let other = 0; other < this.#rows.length; other++) {
      if (other !== feature) this.#deal(this.#rows[other]!, this.#ranks[other]!, start, end);
    }
    return middle;
  }

  /** Every row is written to both sides and counted on its own: no branch, which could be guessed wrong. */
  #deal(rows: Int32Array, ranks: Uint32Array, start: number, end: number): void {
    const [goesRight, rowsRight, ranksRight] = [this.#goesRight, this.#rowsGoingRight, this.#ranksGoingRight];
    let [left, nRight] = [start, 0];
    for (let i = start; i < end; i++) {
      const row = rows[i]!;
      const rank = ranks[i]!;
      const right = goesRight[row]!;
      rows[left] = row;
      ranks[left] = rank;
      rowsRight[nRight] = row;
      ranksRight[nRight] = rank;
      left += 1 - right;
      nRight += right;
    }
    for (let i = 0; i < nRight; i++) {
      rows[left + i] = rowsRight[i]!;
      ranks[left + i] = ranksRight[i]!;
    }
  }
}
