/**
 * You count rightly, but leave the pairs in the order in which their values first came. Where a table begins is chance; the most
 * frequent value should stand first.
 * Next: by which entry of the pairs must the list be sorted?
 */
export { describe, quantile } from "../solution.ts";

export function frequencies(values: string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts];
}
