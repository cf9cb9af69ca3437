import type { DenseMatrix } from "../features.ts";
import type { Smallest } from "../smallest.ts";

/** How many columns are taken at a time. Rows are filled up with zeros, so that no column is left over. */
export const STEP = 4;

/** Rows to be searched, one after the other, each `stride` long: a multiple of STEP. */
export interface RowBlock {
  readonly values: Float64Array;
  readonly stride: number;
  /** The position that each row has in the training rows. */
  readonly rowIndex: Int32Array;
}

/** The rows of the matrix in the given order; in their own where there is none. */
export function rowBlock({ values, nSamples, nFeatures }: DenseMatrix, order?: Int32Array): RowBlock {
  const stride = Math.ceil(nFeatures / STEP) * STEP;
  const rowIndex = order ?? Int32Array.from({ length: nSamples }, (_, i) => i);
  const filled = new Float64Array(nSamples * stride);
  for (let row = 0; row < nSamples; row++) {
    const from = rowIndex[row]! * nFeatures;
    for (let j = 0; j < nFeatures; j++) filled[row * stride + j] = values[from + j]!;
  }
  return { values: filled, stride, rowIndex };
}

/**
 * Offers to `nearest` the sum of terms of each row from `first` up to `end`. Terms are never negative, so a row is
 * given up as soon as a part of its sum exceeds what can be kept.
 */
export function scanTerms(
  { values, stride, rowIndex }: RowBlock,
  first: number,
  end: number,
  query: Float64Array,
  nearest: Smallest,
  term: (difference: number) => number,
): void {
  let bound = nearest.bound;
  for (let row = first; row < end; row++) {
    const start = row * stride;
    let sum = 0;
    for (let j = 0; j < stride && sum <= bound; j += STEP) {
      sum +=
        term(query[j]! - values[start + j]!) +
        term(query[j + 1]! - values[start + j + 1]!) +
        (term(query[j + 2]! - values[start + j + 2]!) + term(query[j + 3]! - values[start + j + 3]!));
    }
    if (sum > bound) continue;
    nearest.offer(sum, rowIndex[row]!);
    bound = nearest.bound;
  }
}
