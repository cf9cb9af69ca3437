/**
 * Products with a table of numbers kept row after row. The loops read memory in its order, and what they use again
 * and again stays in the processor's nearest cache.
 */
import type { DenseMatrix } from "./features.ts";

/** How many lines are taken at a time: few enough that a block of 20 columns stays in the nearest cache, 32 kB. */
const LINES = 128;

/** A table seen as many lines of `width` numbers; `copy` writes some of its lines into the beginnings of columns. */
export interface Lines {
  readonly count: number;
  readonly width: number;
  copy(start: number, count: number, columns: readonly Float64Array[]): void;
}

/** The samples of X as lines, and if y is given, y as one column more. */
export function sampleLines({ values, nSamples, nFeatures }: DenseMatrix, y?: Float64Array): Lines {
  return {
    count: nSamples,
    width: y ? nFeatures + 1 : nFeatures,
    copy(start, count, columns) {
      for (let i = 0; i < count; i++) {
        const row = (start + i) * nFeatures;
        for (let j = 0; j < nFeatures; j++) columns[j]![i] = values[row + j]!;
      }
      if (y) columns[nFeatures]!.set(y.subarray(start, start + count));
    },
  };
}

/** The features of X as lines, with one column for each sample: X turned on its side. */
export function featureLines({ values, nSamples, nFeatures }: DenseMatrix): Lines {
  return {
    count: nFeatures,
    width: nSamples,
    copy(start, count, columns) {
      for (let i = 0; i < nSamples; i++) {
        const row = i * nFeatures + start;
        columns[i]!.set(values.subarray(row, row + count));
      }
    },
  };
}

/** Calls `visit` with block after block of the lines, as columns of which the first `count` numbers are meant. */
export function forEachBlock(
  lines: Lines,
  visit: (columns: readonly Float64Array[], count: number) => void,
): void {
  const columns = Array.from({ length: lines.width }, () => new Float64Array(LINES));
  for (let start = 0; start < lines.count; start += LINES) {
    const count = Math.min(LINES, lines.count - start);
    lines.copy(start, count, columns);
    visit(columns, count);
  }
}

/** The products of all columns with each other, AᵀA for the lines A: `[width, width]`, row after row. */
export function gram(lines: Lines): Float64Array {
  const { width } = lines;
  const products = new Float64Array(width * width);
  forEachBlock(lines, (columns, count) => {
    for (let j = 0; j < width; j += 2) {
      for (let k = 0; k <= j; k += 2) addProducts(products, columns, j, k, count);
    }
  });
  for (let j = 0; j < width; j++) {
    for (let k = 0; k < j; k++) products[k * width + j] = products[j * width + k]!;
  }
  return products;
}

/** Adds the products of columns j and j + 1 with columns k and k + 1: four sums for every four numbers read. */
function addProducts(
  products: Float64Array,
  columns: readonly Float64Array[],
  j: number,
  k: number,
  count: number,
): void {
  const width = columns.length;
  const left = columns[j]!;
  const right = columns[k]!;
  // Beyond the last column stands the last column itself; what it adds up to is not kept.
  const leftNext = columns[j + 1] ?? left;
  const rightNext = columns[k + 1] ?? right;
  let [sum, sumLeft, sumRight, sumBoth] = [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const a = left[i]!;
    const b = right[i]!;
    const aNext = leftNext[i]!;
    const bNext = rightNext[i]!;
    sum += a * b;
    sumLeft += aNext * b;
    sumRight += a * bNext;
    sumBoth += aNext * bNext;
  }
  const hasLeft = j + 1 < width;
  const hasRight = k + 1 < width;
  products[j * width + k]! += sum;
  if (hasLeft) products[(j + 1) * width + k]! += sumLeft;
  if (hasRight) products[j * width + k + 1]! += sumRight;
  if (hasLeft && hasRight) products[(j + 1) * width + k + 1]! += sumBoth;
}

/** X·w + offset: one number for each sample. */
export function timesVector(
  { values, nSamples, nFeatures }: DenseMatrix,
  w: ArrayLike<number>,
  offset = 0,
): Float64Array {
  // A typed array is read faster than whatever else is like an array.
  const weights = Float64Array.from(w);
  const result = new Float64Array(nSamples);
  for (let i = 0; i < nSamples; i++) {
    const row = i * nFeatures;
    let sum = 0;
    for (let j = 0; j < nFeatures; j++) sum += values[row + j]! * weights[j]!;
    result[i] = sum + offset;
  }
  return result;
}

/** Xᵀ·a: one number for each feature. */
export function transposedTimesVector(
  { values, nSamples, nFeatures }: DenseMatrix,
  a: Float64Array,
): Float64Array {
  const result = new Float64Array(nFeatures);
  for (let i = 0; i < nSamples; i++) {
    const row = i * nFeatures;
    const factor = a[i]!;
    for (let j = 0; j < nFeatures; j++) result[j]! += factor * values[row + j]!;
  }
  return result;
}
