import { DistinctCounter, mix } from "./distinct-counter.ts";
import type { Measure } from "./profile.ts";

/**
 * Counts different and unreadable rows of which some columns are read at a time, all rows for each part of the columns.
 * A row's hash comes as two words of 32 bits, the last bit of the first saying whether a cell is unreadable.
 */
export class RowTally {
  readonly #distinct: DistinctCounter;
  readonly #nParts: number;
  #part = 0;
  #rows = 0;
  #unreadable = 0;
  /** The hashes of the parts before this one; nothing is kept where there is but one. */
  #known = new Uint32Array(0);

  constructor(nParts: number, mostDistinct: number) {
    this.#nParts = nParts;
    this.#distinct = new DistinctCounter(mostDistinct);
  }

  /** Adds the next rows of this part. */
  add(hashes: Uint32Array): void {
    for (let i = 0; i < hashes.length; i += 2) this.#addRow(hashes[i] ?? 0, hashes[i + 1] ?? 0);
  }

  /** The next rows are the first ones again, with other columns. */
  nextPart(): void {
    this.#part++;
    this.#rows = 0;
  }

  finish(): { distinctRows: Measure<number>; unreadableRows: number } {
    return { distinctRows: this.#distinct.measure(this.#rows), unreadableRows: this.#unreadable };
  }

  #addRow(low: number, high: number): void {
    const at = 2 * this.#rows++;
    const before = this.#known[at] ?? 0;
    const isFirst = this.#part === 0;
    const joinedHigh = isFirst ? high : mix(high ^ (this.#known[at + 1] ?? 0), low) >>> 0;
    const joinedLow = isFirst ? low : ((mix(low ^ before, high) & ~1) | ((low | before) & 1)) >>> 0;
    if (this.#part < this.#nParts - 1) this.#keep(at, joinedLow, joinedHigh);
    else {
      this.#distinct.add(joinedLow, joinedHigh);
      this.#unreadable += joinedLow & 1;
    }
  }

  #keep(at: number, low: number, high: number): void {
    if (at + 2 > this.#known.length) {
      const longer = new Uint32Array(2 * (at + 2));
      longer.set(this.#known);
      this.#known = longer;
    }
    this.#known[at] = low;
    this.#known[at + 1] = high;
  }
}
