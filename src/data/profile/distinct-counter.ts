import type { Measure } from "./profile.ts";

/** Entries in the table of a counter that is new; a power of two. */
const FIRST_SLOTS = 16;

/**
 * Counts different values, each given as two words of 32 bits: exactly up to `most` of them, and beyond that by
 * estimate, from the values whose hash falls in a part of all hashes that is halved whenever `most` is exceeded. All
 * copies of a value have the same hash, so that they are all counted, or none.
 *
 * @see https://doi.org/10.1007/BF02241657 Flajolet, On adaptive sampling (1990)
 */
export class DistinctCounter {
  readonly #most: number;
  /** Only values whose hash ends in so many zero bits are counted. */
  #level = 0;
  /** The bits of a hash that have to be zero. */
  #mask = 0;
  #size = 0;
  #slots = FIRST_SLOTS;
  #keys = new Uint32Array(2 * FIRST_SLOTS);
  /** How often the value in each slot was added; 0 for an empty slot. */
  #counts = new Uint32Array(FIRST_SLOTS);

  constructor(most: number) {
    this.#most = most;
  }

  add(low: number, high: number): void {
    const hash = mix(low, high);
    if ((hash & this.#mask) !== 0) return;
    this.#count(low, high, hash, 1);
    if (2 * this.#size > this.#slots) this.#makeRoom();
  }

  /**
   * How many different values were added.
   *
   * @param total how many were added in all
   */
  measure(total: number): Measure<number> {
    if (this.#level === 0) return { value: this.#size, exact: true };
    const counted = this.#counts.reduce((sum, count) => sum + count, 0);
    // Where most values occur once, that share is known better than how many there are in the part that was counted.
    const estimate =
      this.#size > counted / 2 ? (total * this.#size) / counted : this.#size * 2 ** this.#level;
    return { value: Math.min(total, Math.round(estimate)), exact: false };
  }

  /** How often a value was added; 0 for one that is not among those counted. */
  countOf(low: number, high: number): number {
    return this.#counts[this.#slotOf(low, high, mix(low, high))] ?? 0;
  }

  #count(low: number, high: number, hash: number, by: number): void {
    const slot = this.#slotOf(low, high, hash);
    if (this.#counts[slot] === 0) {
      this.#keys[2 * slot] = low;
      this.#keys[2 * slot + 1] = high;
      this.#size++;
    }
    this.#counts[slot] = (this.#counts[slot] ?? 0) + by;
  }

  /** The slot that holds a value, or the empty one that would. */
  #slotOf(low: number, high: number, hash: number): number {
    const last = this.#slots - 1;
    // The lowest bits choose what is counted; the slot comes from others, or else most slots would stay empty.
    let slot = (hash >>> 12) & last;
    while (this.#counts[slot] !== 0 && (this.#keys[2 * slot] !== low || this.#keys[2 * slot + 1] !== high))
      slot = (slot + 1) & last;
    return slot;
  }

  #makeRoom(): void {
    if (this.#size > this.#most) this.#mask = 2 ** ++this.#level - 1;
    else this.#slots *= 2;
    const [keys, counts] = [this.#keys, this.#counts];
    this.#keys = new Uint32Array(2 * this.#slots);
    this.#counts = new Uint32Array(this.#slots);
    this.#size = 0;
    for (let slot = 0; slot < counts.length; slot++) {
      const count = counts[slot] ?? 0;
      const low = keys[2 * slot] ?? 0;
      const high = keys[2 * slot + 1] ?? 0;
      const hash = mix(low, high);
      if (count > 0 && (hash & this.#mask) === 0) this.#count(low, high, hash, count);
    }
  }
}

/**
 * 32 bits that depend on every bit of both words.
 *
 * @see https://github.com/aappleby/smhasher/wiki/MurmurHash3 for the constants
 */
export function mix(low: number, high: number): number {
  let hash = Math.imul(low ^ 0x9e3779b9, 0xcc9e2d51) ^ Math.imul(high, 0x1b873593);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
