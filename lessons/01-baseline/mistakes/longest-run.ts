/**
 * You count how often a label comes in a row, one after another, and begin again when it is interrupted. That is the longest run.
 * The rows of a table stand in no order that matters, so all that is asked is how often a label comes in total.
 * Next: which label comes most often in a, b, a, b, b, a, a, and which has the longest run?
 */
export { accuracy, usableColumns } from "../solution.ts";

export function majorityClass(labels: string[]): string {
  if (labels.length === 0) throw new RangeError("no labels");
  let [best, longest, run] = [labels[0], 0, 0];
  for (const [i, label] of labels.entries()) {
    run = label === labels[i - 1] ? run + 1 : 1;
    if (run > longest || (run === longest && label < best)) [best, longest] = [label, run];
  }
  return best;
}
