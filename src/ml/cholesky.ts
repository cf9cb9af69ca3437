/**
 * The Cholesky factor of a symmetric positive definite matrix A = L·Lᵀ, kept to solve A·x = b for any b.
 * @see https://en.wikipedia.org/wiki/Cholesky_decomposition
 */
export class Cholesky {
  readonly #size: number;
  /** L, row after row. */
  readonly #lower: Float64Array;

  private constructor(size: number, lower: Float64Array) {
    this.#size = size;
    this.#lower = lower;
  }

  /**
   * Factors A, `[size, size]` row after row, of which the lower triangle is read. A pivot is what is left of a
   * diagonal element when the columns before it have explained their part: its share tells how far its column is from
   * being a combination of theirs. Undefined where a share is below `leastShare`: too few digits would be right.
   */
  static of(A: Float64Array, size: number, leastShare = 0): Cholesky | undefined {
    const lower = new Float64Array(size * size);
    for (let i = 0; i < size; i++) {
      const row = i * size;
      for (let j = 0; j < i; j++) {
        const rest = A[row + j]! - dot(lower, row, j * size, j);
        lower[row + j] = rest / lower[j * size + j]!;
      }
      const diagonal = A[row + i]!;
      const pivot = diagonal - dot(lower, row, row, i);
      if (!(pivot > 0 && pivot >= leastShare * diagonal && pivot < Infinity)) return undefined;
      lower[row + i] = Math.sqrt(pivot);
    }
    return new Cholesky(size, lower);
  }

  /** The x of A·x = b: L·z = b from the first row down, then Lᵀ·x = z from the last row up. */
  solve(b: Float64Array): Float64Array {
    const size = this.#size;
    const lower = this.#lower;
    const x = b.slice(0, size);
    for (let i = 0; i < size; i++) {
      let rest = x[i]!;
      for (let j = 0; j < i; j++) rest -= lower[i * size + j]! * x[j]!;
      x[i] = rest / lower[i * size + i]!;
    }
    for (let i = size - 1; i >= 0; i--) {
      const solved = x[i]! / lower[i * size + i]!;
      x[i] = solved;
      for (let j = 0; j < i; j++) x[j]! -= lower[i * size + j]! * solved;
    }
    return x;
  }
}

/** The sum of products of `length` numbers from `start` and from `other`. */
function dot(values: Float64Array, start: number, other: number, length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k++) sum += values[start + k]! * values[other + k]!;
  return sum;
}
