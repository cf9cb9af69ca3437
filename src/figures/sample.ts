/** More points than this show no more and take long to draw. */
export const MOST_POINTS = 5000;

/**
 * So many of the items, evenly taken from first to last, and the same ones each time.
 *
 * @example evenSample([0, 1, 2, 3, 4, 5], 3) // [1, 3, 5]
 */
export function evenSample<Item>(items: readonly Item[], most: number): readonly Item[] {
  const total = items.length;
  if (total <= most) return items;
  const parts = (count: number) => Math.floor((count * most) / total);
  return items.filter((_, i) => parts(i + 1) > parts(i));
}

/** Says that not all points are drawn, if that is so. */
export function sampleNotes(drawn: number, total: number): string[] {
  if (drawn === total) return [];
  const [few, all] = [drawn, total].map((count) => count.toLocaleString("en"));
  return [`Drawn: ${few} of ${all} points, taken evenly from first to last.`];
}

/** Says how many things there are beside those that are drawn; "bar" becomes "bars" where there are several. */
export function moreNotes(more: number, thing: string): string[] {
  if (more <= 0) return [];
  return [`Not drawn: ${more.toLocaleString("en")} more ${more === 1 ? thing : `${thing}s`}.`];
}
