/**
 * You give the first label of the list without counting any. It is the most frequent one only by luck, and a table that is sorted
 * in another way would give another baseline.
 * Next: what do you have to know about each label before you can choose?
 */
export { accuracy, usableColumns } from "../solution.ts";

export function majorityClass(labels: string[]): string {
  if (labels.length === 0) throw new RangeError("no labels");
  return labels[0];
}
