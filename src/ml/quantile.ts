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
