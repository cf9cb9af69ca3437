/**
 * Keeps the k smallest of the values that it is offered, in memory for k. Of equal values, those with the
 * lower index stay. A heap, its root the first to go, makes an offer cost log k at most.
 * @see https://en.wikipedia.org/wiki/Binary_heap
 * @example
 * const smallest = new Smallest(2);
 * [5, 1, 4].forEach((value, index) => smallest.offer(value, index));
 * smallest.ascending(); // { values: [1, 4], indices: [1, 2] }
 */
export class Smallest {
  readonly #values: Float64Array;
  readonly #indices: Float64Array;
  #size = 0;

  constructor(k: number) {
    this.#values = new Float64Array(k);
    this.#indices = new Float64Array(k);
  }

  /** Forgets every value. */
  clear(): void {
    this.#size = 0;
  }

  /** What a value must not exceed to be kept: the largest kept one, or Infinity while there is room. */
  get bound(): number {
    return this.#size < this.#values.length ? Number.POSITIVE_INFINITY : this.#values[0]!;
  }

  /** Keeps the value if it is among the k smallest so far. */
  offer(value: number, index: number): void {
    if (this.#size < this.#values.length) {
      this.#size += 1;
      this.#rise(this.#size - 1, value, index);
    } else if (this.#goesBefore(0, value, index)) {
      this.#sink(value, index);
    }
  }

  /** The kept values with their indices, smallest first; of equal values, lower index first. */
  ascending(): { values: number[]; indices: number[] } {
    const order = Array.from({ length: this.#size }, (_, slot) => slot).sort(
      (a, b) => this.#values[a]! - this.#values[b]! || this.#indices[a]! - this.#indices[b]!,
    );
    return {
      values: order.map((slot) => this.#values[slot]!),
      indices: order.map((slot) => this.#indices[slot]!),
    };
  }

  /** Whether what a slot holds has to leave before this value would. */
  #goesBefore(slot: number, value: number, index: number): boolean {
    const held = this.#values[slot]!;
    return held > value || (held === value && this.#indices[slot]! > index);
  }

  #rise(from: number, value: number, index: number): void {
    let slot = from;
    while (slot > 0) {
      const parent = (slot - 1) >> 1;
      if (this.#goesBefore(parent, value, index)) break;
      this.#move(parent, slot);
      slot = parent;
    }
    this.#put(slot, value, index);
  }

  #sink(value: number, index: number): void {
    let slot = 0;
    while (true) {
      let child = 2 * slot + 1;
      if (child >= this.#size) break;
      const sibling = child + 1;
      if (sibling < this.#size && this.#goesBefore(sibling, this.#values[child]!, this.#indices[child]!)) {
        child = sibling;
      }
      if (!this.#goesBefore(child, value, index)) break;
      this.#move(child, slot);
      slot = child;
    }
    this.#put(slot, value, index);
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#values[from]!, this.#indices[from]!);
  }

  #put(slot: number, value: number, index: number): void {
    this.#values[slot] = value;
    this.#indices[slot] = index;
  }
}
