import type { Impurity } from "./impurity.ts";

/** What the impurities of classes share: the weight of each class in the node and in its two parts. */
abstract class ClassImpurity implements Impurity {
  readonly nValues: number;
  impurity = 0;
  weight = 0;
  isPure = true;
  protected weightLeft = 0;
  /** Weight of each class, `[nClasses]`, in the node and its parts. */
  protected readonly total: Float64Array;
  protected readonly left: Float64Array;
  protected readonly right: Float64Array;
  /** Class and weight of each training row. */
  protected readonly classOf: Int32Array;
  protected readonly weightOf: Float64Array;

  /** `classOf` and `weightOf` are the class and the weight of each training row, `[nSamples]` both. */
  constructor(nClasses: number, classOf: Int32Array, weightOf: Float64Array) {
    this.nValues = nClasses;
    this.classOf = classOf;
    this.weightOf = weightOf;
    this.total = new Float64Array(nClasses);
    this.left = new Float64Array(nClasses);
    this.right = new Float64Array(nClasses);
  }

  enter(rows: Int32Array, start: number, end: number): void {
    const { total } = this;
    total.fill(0);
    this.weight = 0;
    for (let i = start; i < end; i++) {
      const row = rows[i]!;
      const weight = this.weightOf[row]!;
      total[this.classOf[row]!]! += weight;
      this.weight += weight;
    }
    let nPresent = 0;
    for (let k = 0; k < total.length; k++) if (total[k]! > 0) nPresent += 1;
    this.isPure = nPresent === 1;
    this.impurity = this.isPure ? 0 : this.impurityOf(total, this.weight);
  }

  describe(values: number[]): void {
    for (let k = 0; k < this.total.length; k++) values.push(this.total[k]!);
  }

  reset(): void {
    this.weightLeft = 0;
    this.left.fill(0);
    this.right.set(this.total);
  }

  abstract moveLeft(row: number): void;
  abstract gain(): number;
  protected abstract impurityOf(classWeights: Float64Array, weight: number): number;
}

/**
 * Gini impurity, 1 - Σ p²: how often two rows drawn from the node differ in class.
 * With the weight c of each class and W of all, that is 1 - Σ c² / W²; so the gain needs of each part only the
 * sum of squares, and moving weight w of a class changes it by (c ± w)² - c² = w (w ± 2c).
 * @see Breiman, Friedman, Olshen and Stone (1984), Classification and Regression Trees
 * @see https://scikit-learn.org/stable/modules/tree.html#classification-criteria
 */
export class Gini extends ClassImpurity {
  #squaresLeft = 0;
  #squaresRight = 0;
  #squares = 0;

  override reset(): void {
    super.reset();
    this.#squares = sumOfSquares(this.total);
    this.#squaresLeft = 0;
    this.#squaresRight = this.#squares;
  }

  moveLeft(row: number): void {
    const k = this.classOf[row]!;
    const weight = this.weightOf[row]!;
    const left = this.left[k]!;
    const right = this.right[k]!;
    this.#squaresLeft += weight * (weight + 2 * left);
    this.#squaresRight += weight * (weight - 2 * right);
    this.left[k] = left + weight;
    this.right[k] = right - weight;
    this.weightLeft += weight;
  }

  gain(): number {
    const { weight, weightLeft } = this;
    const weightRight = weight - weightLeft;
    if (!(weightLeft > 0 && weightRight > 0)) return Number.NEGATIVE_INFINITY;
    const purity = this.#squaresLeft / weightLeft + this.#squaresRight / weightRight;
    return (purity - this.#squares / weight) / weight;
  }

  protected impurityOf(classWeights: Float64Array, weight: number): number {
    return 1 - sumOfSquares(classWeights) / weight ** 2;
  }
}

/**
 * Entropy, -Σ p log₂ p: how many bits it takes on average to tell the class of a row of the node. A gain in it is
 * what is called information gain.
 * @see Quinlan (1986), Induction of Decision Trees, Machine Learning 1
 * @see https://scikit-learn.org/stable/modules/tree.html#classification-criteria
 */
export class Entropy extends ClassImpurity {
  /**
   * c log₂ c of the whole numbers up to the number of rows. Without other weights than counts, these are all that the
   * search asks for, millions of times, and a logarithm costs more than all the rest of it.
   */
  readonly #ofWholeNumbers: Float64Array;

  constructor(nClasses: number, classOf: Int32Array, weightOf: Float64Array) {
    super(nClasses, classOf, weightOf);
    this.#ofWholeNumbers = Float64Array.from({ length: classOf.length + 1 }, (_, c) => timesItsLogarithm(c));
  }

  moveLeft(row: number): void {
    const k = this.classOf[row]!;
    const weight = this.weightOf[row]!;
    this.left[k]! += weight;
    this.right[k]! -= weight;
    this.weightLeft += weight;
  }

  gain(): number {
    const { weight, weightLeft } = this;
    const weightRight = weight - weightLeft;
    if (!(weightLeft > 0 && weightRight > 0)) return Number.NEGATIVE_INFINITY;
    const surprise = this.#surpriseOf(this.left, weightLeft) + this.#surpriseOf(this.right, weightRight);
    return this.impurity - surprise / weight;
  }

  protected impurityOf(classWeights: Float64Array, weight: number): number {
    return this.#surpriseOf(classWeights, weight) / weight;
  }

  /** Entropy times weight: with p = c / W, -Σ c log₂ (c / W) = W log₂ W - Σ c log₂ c. */
  #surpriseOf(classWeights: Float64Array, weight: number): number {
    let sum = this.#timesItsLogarithm(weight);
    for (let k = 0; k < classWeights.length; k++) sum -= this.#timesItsLogarithm(classWeights[k]!);
    return sum;
  }

  #timesItsLogarithm(c: number): number {
    const whole = c | 0;
    return whole === c && whole >= 0 && whole < this.#ofWholeNumbers.length
      ? this.#ofWholeNumbers[whole]!
      : timesItsLogarithm(c);
  }
}

function sumOfSquares(values: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[k]! ** 2;
  return sum;
}

/** c log₂ c, and 0 where rounding has left a class less than no weight. */
function timesItsLogarithm(c: number): number {
  return c > 0 ? c * Math.log2(c) : 0;
}
