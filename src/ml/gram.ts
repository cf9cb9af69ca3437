/**
 * AᵀA of tables that are longer than wide, taken block by block of lines. A block stands column by column, so that the
 * innermost loop runs along columns.
 */
import { addStrip } from "./dense-products.ts";
import type { DenseMatrix } from "./features.ts";

/** How many lines are taken at a time: so few that 20 columns of them stay in the processor's nearest cache. */
const LINES = 128;

/** A table seen as `count` lines of `width` numbers; `copy` writes some of them into the beginnings of columns. */
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

/**
 * Calls `visit` with block after block of the lines, as columns of which the first `count` numbers are meant, and
 * with the one array in which these columns follow each other, `stride` apart.
 */
export function forEachBlock(
  lines: Lines,
  visit: (columns: readonly Float64Array[], count: number, block: Float64Array, stride: number) => void,
): void {
  const block = new Float64Array(lines.width * LINES);
  const columns = Array.from({ length: lines.width }, (_, j) => block.subarray(j * LINES, (j + 1) * LINES));
  for (let start = 0; start < lines.count; start += LINES) {
    const count = Math.min(LINES, lines.count - start);
    lines.copy(start, count, columns);
    visit(columns, count, block, LINES);
  }
}

/** The products of all columns with each other, AᵀA for the lines A: `[width, width]`, row after row. */
export function gram(lines: Lines): Float64Array {
  const { width } = lines;
  const products = new Float64Array(width * width);
  forEachBlock(lines, (_columns, length, block, stride) => {
    const shape = { nRows: width, nColumns: width, length, stride };
    // AᵀA is symmetric: what lies left of the diagonal, and the four columns around it, is enough.
    for (let first = 0; first < width; first += 4) {
      addStrip(products, block, block, shape, first, Math.min(first + 4, width));
    }
  });
  for (let j = 0; j < width; j++) {
    for (let k = 0; k < j; k++) products[k * width + j] = products[j * width + k]!;
  }
  return products;
}
