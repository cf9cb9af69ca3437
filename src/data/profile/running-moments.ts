import { factorFor, type Moments } from "./numbers.ts";

/**
 * Mean and deviation of numbers that come in parts and are not kept.
 *
 * @see https://en.wikipedia.org/wiki/Algorithms_for_calculating_variance#Parallel_algorithm
 */
export class RunningMoments {
  count = 0;
  minimum = Number.POSITIVE_INFINITY;
  maximum = Number.NEGATIVE_INFINITY;
  #mean = 0;
  #squares = 0;

  /** Adds some numbers; NaN is passed over. */
  add(values: Float64Array): void {
    let [count, sum] = [0, 0];
    for (const value of values) {
      if (Number.isNaN(value)) continue;
      if (value < this.minimum) this.minimum = value;
      if (value > this.maximum) this.maximum = value;
      count++;
      sum += value;
    }
    if (count === 0) return;
    const mean = sum / count;
    let squares = 0;
    for (const value of values) if (!Number.isNaN(value)) squares += (value - mean) ** 2;
    const apart = mean - this.#mean;
    const total = this.count + count;
    this.#squares += squares + (apart ** 2 * this.count * count) / total;
    this.#mean += (apart * count) / total;
    this.count = total;
  }

  /** Null if there is no number, or they are so large or small that their squares are not. */
  moments(): Moments | null {
    const size = Math.max(Math.abs(this.minimum), Math.abs(this.maximum));
    if (this.count === 0 || factorFor(size) !== 1) return null;
    const deviation = this.count > 1 ? Math.sqrt(this.#squares / (this.count - 1)) : null;
    return { mean: this.#mean, deviation };
  }
}
