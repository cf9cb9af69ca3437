import { DistinctCounter, mix } from "./distinct-counter.ts";
import type { Measure } from "./profile.ts";

/** What is known of a row from its first columns: a hash of two words of 32 bits, and whether a cell is unreadable. */
const WORDS_PER_ROW = 3;

/** Counts different and unreadable rows of which some columns are read at a time, all rows for each part of the columns. */
export class RowTally {
  readonly #distinct: DistinctCounter;
  readonly #nParts: number;
  #part = 0;
  #rows = 0;
  #unreadable = 0;
  /** What the parts before this one told; nothing is kept where there is but one. */
  #known = new Uint32Array(0);

  constructor(nParts: number, mostDistinct: number) {
    this.#nParts = nParts;
    this.#distinct = new DistinctCounter(mostDistinct);
  }

  /**
   * Adds the next rows of this part.
   *
   * @param hashes two words for each row
   * @param areUnreadable 1 for a row with an unreadable cell, or else 0
   */
  add(hashes: Uint32Array, areUnreadable: Float64Array): void {
    for (let i = 0; i < areUnreadable.length; i++) {
      this.#addRow(hashes[2 * i] ?? 0, hashes[2 * i + 1] ?? 0, areUnreadable[i] ?? 0);
    }
  }

  /** The next rows are the first ones again, with other columns. */
  nextPart(): void {
    this.#part++;
    this.#rows = 0;
  }

  finish(): { distinctRows: Measure<number>; unreadableRows: number } {
    return { distinctRows: this.#distinct.measure(this.#rows), unreadableRows: this.#unreadable };
  }

  #addRow(low: number, high: number, isUnreadable: number): void {
    const at = WORDS_PER_ROW * this.#rows++;
    const known = this.#known;
    const isFirst = this.#part === 0;
    const first = isFirst ? low : mix(low ^ (known[at] ?? 0), high);
    const second = isFirst ? high : mix(high ^ (known[at + 1] ?? 0), low);
    const flag = isUnreadable | (isFirst ? 0 : (known[at + 2] ?? 0));
    if (this.#part === this.#nParts - 1) {
      this.#distinct.add(first >>> 0, second >>> 0);
      this.#unreadable += flag;
    } else this.#keep(at, [first, second, flag]);
  }

  #keep(at: number, words: readonly number[]): void {
    if (at + WORDS_PER_ROW > this.#known.length) {
      const longer = new Uint32Array(2 * (at + WORDS_PER_ROW));
      longer.set(this.#known);
      this.#known = longer;
    }
    this.#known.set(words, at);
  }
}
