/**
 * Of labels that come equally often, you give the one that is last in the alphabet. Your rule doesn't depend on the order of the
 * rows, which is good; but it is the other end of the alphabet that was agreed on.
 * Next: does your comparison take the smaller or the larger of two texts?
 */
export { accuracy, usableColumns } from "../solution.ts";

export function majorityClass(labels: string[]): string {
  if (labels.length === 0) throw new RangeError("no labels");
  const countOf = (label: string) => labels.filter((other) => other === label).length;
  const kinds = [...new Set(labels)].sort().reverse();
  return kinds.sort((one, other) => countOf(other) - countOf(one))[0];
}
