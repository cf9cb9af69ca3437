const FIRST_ROOM = 64;

/** A list of numbers that grows, in the memory that they need. */
export class KeptValues {
  #values = new Float64Array(FIRST_ROOM);
  #size = 0;

  push(value: number): void {
    if (this.#size === this.#values.length) {
      const longer = new Float64Array(2 * this.#size);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.#size++] = value;
  }

  /** Keeps those of which it is said that they stay. */
  thin(stays: readonly boolean[]): void {
    const staying = this.values().filter((_, i) => stays[i]);
    this.#values.set(staying);
    this.#size = staying.length;
  }

  values(): Float64Array {
    return this.#values.subarray(0, this.#size);
  }
}
