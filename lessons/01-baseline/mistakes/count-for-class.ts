/**
 * You give how often the most frequent label comes, and not which label it is. The count was needed on the way, but a prediction
 * is a label.
 * Next: once you know the largest count, how do you get back to the label that has it?
 */
export { accuracy, usableColumns } from "../solution.ts";

export function majorityClass(labels: string[]): number {
  if (labels.length === 0) throw new RangeError("no labels");
  const countOf = (label: string) => labels.filter((other) => other === label).length;
  return Math.max(...[...new Set(labels)].map(countOf));
}
