/**
 * The value below which the share q of ascending values lies, on the straight line between the two nearest ones
 * where it falls between them, as in NumPy. The median is the quantile at 0.5.
 * @param ascending one value or more, in ascending order
 * @param q from 0 to 1
 * @example quantile([10, 20, 30, 40], 0.5) // 25
 * @see https://numpy.org/doc/1.24/reference/generated/numpy.quantile.html (method "linear")
 */
export function quantile(ascending: ArrayLike<number>, q: number): number {
  const place = q * (ascending.length - 1);
  const before = Math.floor(place);
  const low = ascending[before]!;
  const high = ascending[Math.min(before + 1, ascending.length - 1)]!;
  const share = place - before;
  if (share === 0) return low;
  // Starting from the nearer end keeps quantiles in order, whatever is rounded.
  return share < 0.5 ? low + (high - low) * share : high - (high - low) * (1 - share);
}

/**
 * The quantiles of values in any order, at ascending shares. Instead of sorting, it puts only the values that count
 * into their places, each search among those that the one before left above it.
 * @param values one value or more; their order changes
 * @example quantilesOf(Float64Array.of(40, 10, 30, 20), [0, 0.5]) // [10, 25]
 */
export function quantilesOf(values: Float64Array, ascendingShares: readonly number[]): number[] {
  let placed = 0;
  return ascendingShares.map((q) => {
    const before = Math.floor(q * (values.length - 1));
    for (const place of [before, Math.min(before + 1, values.length - 1)]) {
      if (place >= placed) putInPlace(values, place, placed);
      placed = Math.max(placed, place + 1);
    }
    return quantile(values, q);
  });
}

/**
 * Reorders values from `first` on until the one at `place` is the one that sorting would put there: no larger ones
 * before it, no smaller ones behind.
 * @see Hoare (1961), Algorithm 65: Find, Communications of the ACM 4
 */
function putInPlace(values: Float64Array, place: number, first: number): void {
  let [low, high] = [first, values.length - 1];
  while (low < high) {
    const pivot = medianOfThree(values[low]!, values[(low + high) >> 1]!, values[high]!);
    let [left, right] = [low, high];
    while (left <= right) {
      while (values[left]! < pivot) left += 1;
      while (values[right]! > pivot) right -= 1;
      if (left > right) break;
      const swapped = values[left]!;
      values[left++] = values[right]!;
      values[right--] = swapped;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else return;
  }
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
