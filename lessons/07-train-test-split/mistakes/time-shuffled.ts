/**
 * You shuffle the rows: the test has the right size, but not the right rows. The model learns from days that come after those it is asked
 * about, which it never can once it is in use.
 * Next: on which side must a row from after the cut be?
 */
import { type Split, splitRows } from "../solution.ts";

export { groupSplit, randomFrom, splitRows, stratifiedSplit } from "../solution.ts";

export function timeSplit(times: number[], cut: number): Split {
  const nTest = times.filter((time) => time >= cut).length;
  return splitRows(times.length, nTest / times.length, 0);
}
