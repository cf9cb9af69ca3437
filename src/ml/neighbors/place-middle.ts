import type { DenseMatrix } from "../features.ts";

/**
 * Rearranges order[start … end - 1], positions of rows, so that the row at `middle` is the one that sorting by the
 * column would put there, with no larger value before it and no smaller one behind: Hoare's selection, in time
 * proportional to the number of rows on average.
 * @see https://en.wikipedia.org/wiki/Quickselect
 */
export function placeMiddle(
  order: Int32Array,
  start: number,
  end: number,
  middle: number,
  { values, nFeatures }: DenseMatrix,
  column: number,
): void {
  const valueAt = (at: number) => values[order[at]! * nFeatures + column]!;
  let low = start;
  let high = end - 1;
  while (low < high) {
    const pivot = valueAt((low + high) >> 1);
    let left = low;
    let right = high;
    while (left <= right) {
      // Both stop at equal values too, so that a column of equal values is still halved.
      while (valueAt(left) < pivot) left += 1;
      while (valueAt(right) > pivot) right -= 1;
      if (left > right) break;
      const swapped = order[left]!;
      order[left] = order[right]!;
      order[right] = swapped;
      left += 1;
      right -= 1;
    }
    // Now the values up to `right` are at most the pivot, those from `left` on at least; between them are pivots.
    if (middle <= right) high = right;
    else if (middle >= left) low = left;
    else return;
  }
}
