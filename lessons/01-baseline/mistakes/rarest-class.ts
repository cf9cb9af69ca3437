/**
 * You give the label that comes least often. Said for every row, it is right as seldom as can be.
 * Next: in which direction does your comparison, or your sorting, go?
 */
export { accuracy, usableColumns } from "../solution.ts";

export function majorityClass(labels: string[]): string {
  if (labels.length === 0) throw new RangeError("no labels");
  const countOf = (label: string) => labels.filter((other) => other === label).length;
  const kinds = [...new Set(labels)].sort();
  return kinds.sort((one, other) => countOf(one) - countOf(other))[0];
}
