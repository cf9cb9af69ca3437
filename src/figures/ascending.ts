/**
 * The places of numbers from the smallest to the largest, equals in the order in which they come, those that are no number last.
 *
 * @example ascendingOrder([3, NaN, 1]) // [2, 0, 1]
 */
export function ascendingOrder(values: ArrayLike<number>): number[] {
  const keys = Float64Array.from(values, (value) => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : value));
  return Array.from(keys, (_, i) => i).sort((a, b) => {
    const [first = 0, second = 0] = [keys[a], keys[b]];
    return first < second ? -1 : first > second ? 1 : 0;
  });
}
