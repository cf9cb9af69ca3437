/** The smallest and largest of the numbers; `[0, 0]` if there are none. */
export function extentOf(values: Iterable<number>): [number, number] {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return min <= max ? [min, max] : [0, 0];
}

/** An extent that an axis can show: one of (nearly) no length is opened by a tenth of its value to either side. */
export function openExtent([min, max]: readonly [number, number]): [number, number] {
  const size = Math.max(Math.abs(min), Math.abs(max));
  if (max - min > Math.max(size * 1e-12, 1e-300)) return [min, max];
  const middle = min / 2 + max / 2;
  const margin = size > 1e-290 ? size / 10 : 1;
  return [middle - margin, middle + margin];
}
