/**
 * You ask whether a predicted label occurs anywhere among the actual ones. Then nearly everything counts as right: a prediction is
 * right only if it is the label of its own row.
 * Next: with which entry of `actual` must `predicted[i]` be compared?
 */
export { majorityClass, usableColumns } from "../solution.ts";

export function accuracy(actual: string[], predicted: string[]): number {
  if (actual.length !== predicted.length || actual.length === 0) throw new RangeError("no rows");
  const known = new Set(actual);
  return predicted.filter((label) => known.has(label)).length / actual.length;
}
