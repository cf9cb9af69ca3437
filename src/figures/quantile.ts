/**
 * The value that a share of the values lies below, interpolated between the two nearest as NumPy does.
 *
 * @param sorted ascending; NaN comes of no values
 * @param share 0 to 1
 * @example quantile([10, 20, 30, 40], 0.5) // 25
 * @see https://numpy.org/doc/stable/reference/generated/numpy.quantile.html
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  const way = place - Math.floor(place);
  // From the nearer end, so that quantiles keep their order whatever is rounded.
  return way < 0.5 ? below + (above - below) * way : above - (above - below) * (1 - way);
}
