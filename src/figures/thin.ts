/**
 * Of neighbours in one bucket the first, the last, and those with the lowest and the highest number in each column, in
 * their order: a line through them covers what a line through all of them covers.
 *
 * @param places where each neighbour is found in the columns
 * @param columns numbers none of whose peaks may be lost
 * @param bucketOf the bucket of a place; `i` counts the places from 0
 * @example thin([0, 1, 2, 3, 4], [[5, 9, 7, 1, 6]], () => 0) // [0, 1, 3, 4]
 * @see Jugel and others (2014), M4: a visualization-oriented time series data aggregation, https://doi.org/10.14778/2732951.2732953
 */
export function thin(
  places: readonly number[],
  columns: readonly ArrayLike<number>[],
  bucketOf: (place: number, i: number) => number,
): number[] {
  const kept: number[] = [];
  let start = 0;
  for (let i = 1; i <= places.length; i++) {
    const isSame = i < places.length && bucketOf(places[i] ?? 0, i) === bucketOf(places[start] ?? 0, start);
    if (isSame) continue;
    for (const place of outermost(places, start, i, columns)) kept.push(place);
    start = i;
  }
  return kept;
}

function outermost(
  places: readonly number[],
  from: number,
  to: number,
  columns: readonly ArrayLike<number>[],
): number[] {
  if (to - from <= 2) return places.slice(from, to);
  const chosen = new Set([from, to - 1]);
  for (const column of columns) {
    let [lowest, highest] = [from, from];
    const valueAt = (i: number) => column[places[i] ?? 0] ?? Number.NaN;
    for (let i = from + 1; i < to; i++) {
      if (!(valueAt(i) >= valueAt(lowest))) lowest = i;
      if (!(valueAt(i) <= valueAt(highest))) highest = i;
    }
    chosen.add(lowest).add(highest);
  }
  return [...chosen].sort((a, b) => a - b).map((i) => places[i] ?? 0);
}
