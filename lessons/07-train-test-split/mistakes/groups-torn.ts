/**
 * You draw rows, and never look at the groups, so rows of one group land on both sides. The model recognises the patient, the
 * bird or the airport that it has learned, and the score calls that knowledge.
 * Next: what do you draw, if a group must go as a whole?
 */
import { type Split, splitRows } from "../solution.ts";

export { randomFrom, splitRows, stratifiedSplit, timeSplit } from "../solution.ts";

export function groupSplit(groups: string[], testFraction: number, seed: number): Split {
  return splitRows(groups.length, testFraction, seed);
}
