import type { Impurity } from "./impurity.ts";

/**
 * The variance of the node's targets: the mean squared error of predicting their mean.
 *
 * With the targets taken as distances from the node's mean, both parts' sums are each other's negative, and the gain
 * is that sum, divided by the weight of one part, times the same divided by the weight of the other. Distances also
 * keep their digits where the targets themselves lie far from zero.
 * @see Breiman, Friedman, Olshen and Stone (1984), Classification and Regression Trees
 * @see https://scikit-learn.org/stable/modules/tree.html#regression-criteria
 */
export class SquaredError implements Impurity {
  readonly nValues = 1;
  impurity = 0;
  weight = 0;
  isPure = true;
  #mean = 0;
  #weightLeft = 0;
  #sumLeft = 0;
  /** The distance of the target of each training row from the mean of the last node that it was in. */
  readonly #distanceOf: Float64Array;
  readonly #targetOf: Float64Array;
  readonly #weightOf: Float64Array;

  /** `targetOf` and `weightOf` are the target and the weight of each training row, `[nSamples]` both. */
  constructor(targetOf: Float64Array, weightOf: Float64Array) {
    this.#targetOf = targetOf;
    this.#weightOf = weightOf;
    this.#distanceOf = new Float64Array(targetOf.length);
  }

  enter(rows: Int32Array, start: number, end: number): void {
    // Distances from the first target, to begin with: where all are the same, the mean is then that very number.
    const first = this.#targetOf[rows[start]!]!;
    let sum = 0;
    this.weight = 0;
    this.isPure = true;
    for (let i = start; i < end; i++) {
      const row = rows[i]!;
      const distance = this.#targetOf[row]! - first;
      const weight = this.#weightOf[row]!;
      sum += weight * distance;
      this.weight += weight;
      if (distance !== 0) this.isPure = false;
    }
    const shift = sum / this.weight;
    this.#mean = first + shift;
    this.impurity = this.isPure ? 0 : this.#measureDistances(rows, start, end, first, shift) / this.weight;
  }

  describe(values: number[]): void {
    values.push(this.#mean);
  }

  reset(): void {
    this.#weightLeft = 0;
    this.#sumLeft = 0;
  }

  moveLeft(row: number): void {
    const weight = this.#weightOf[row]!;
    this.#sumLeft += weight * this.#distanceOf[row]!;
    this.#weightLeft += weight;
  }

  gain(): number {
    const weightRight = this.weight - this.#weightLeft;
    if (!(this.#weightLeft > 0 && weightRight > 0)) return Number.NEGATIVE_INFINITY;
    return (this.#sumLeft / this.#weightLeft) * (this.#sumLeft / weightRight);
  }

  /** Takes the distances from a point `shift` beyond the first target; returns the sum of their squares by weight. */
  #measureDistances(rows: Int32Array, start: number, end: number, first: number, shift: number): number {
    let squares = 0;
    for (let i = start; i < end; i++) {
      const row = rows[i]!;
      const distance = this.#targetOf[row]! - first - shift;
      this.#distanceOf[row] = distance;
      squares += this.#weightOf[row]! * distance * distance;
    }
    return squares;
  }
}

/**
 * Checks that no sum of squared distances between targets can overflow while a tree grows, with rows drawn or not.
 * @throws {RangeError} when one could
 */
export function checkSquares(who: string, targets: Float64Array, weights: Float64Array): void {
  let [least, most] = [targets[0]!, targets[0]!];
  for (const target of targets) {
    if (target < least) least = target;
    if (target > most) most = target;
  }
  const totalWeight = weights.reduce((sum, weight) => sum + weight, 0);
  if (!Number.isFinite(targets.length * totalWeight * (most - least) ** 2)) {
    throw new RangeError(
      `${who} needs targets whose squared distances add up to a finite number, got some from ${least} to ${most}.`,
    );
  }
}
