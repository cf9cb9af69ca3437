import { mix } from "./distinct-counter.ts";

/**
 * Chooses rows while they go by: all of them up to `most`, and then each with a chance that is halved whenever there are
 * too many. The choice depends on a row's number alone.
 */
export class RowSampler {
  readonly #most: number;
  /** The bits of a row's hash that have to be zero. */
  #mask: number;
  #kept: number[] = [];
  #rows = 0;

  /** @param expected about how many rows there will be, so that few are let go again */
  constructor(most: number, expected: number) {
    this.#most = most;
    // What is expected is not known: near the limit all rows are kept, and far beyond it a quarter of what could be.
    this.#mask = expected <= 2 * most ? 0 : 2 ** Math.round(Math.log2(expected / (most / 4))) - 1;
  }

  /** How many rows have gone by. */
  get rows(): number {
    return this.#rows;
  }

  /** How many have been kept. */
  get kept(): number {
    return this.#kept.length;
  }

  /** Whether every row has been kept. */
  get isWhole(): boolean {
    return this.#mask === 0;
  }

  /** Which of the next rows to keep, counted from the first of them. */
  choose(nRows: number): number[] {
    const chosen: number[] = [];
    for (let i = 0; i < nRows; i++) {
      if (!this.#isKept(this.#rows + i)) continue;
      chosen.push(i);
      this.#kept.push(this.#rows + i);
    }
    this.#rows += nRows;
    return chosen;
  }

  /** Which of the kept rows stay, in their order, when there are too many of them; null if all do. */
  thin(): boolean[] | null {
    if (this.#kept.length <= this.#most) return null;
    this.#mask = 2 * this.#mask + 1;
    const stays = this.#kept.map((row) => this.#isKept(row));
    this.#kept = this.#kept.filter((_, i) => stays[i]);
    return stays;
  }

  #isKept(row: number): boolean {
    return (mix(row, 0) & this.#mask) === 0;
  }
}
