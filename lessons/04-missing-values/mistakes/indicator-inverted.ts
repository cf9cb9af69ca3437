/**
 * Your indicator is 1 where the value was there and 0 where it was missing. It tells as much, but to everybody who
 * reads its name it tells the opposite.
 * Next: what does a 1 in “speed was missing” say to you?
 */
import type { Imputer, Row } from "../solution.ts";
import { impute as apply } from "../solution.ts";

export { fitImputer, markGaps } from "../solution.ts";

export function impute(imputer: Imputer, rows: Row[]): Row[] {
  return apply(imputer, rows).map((row) => {
    const marks = Object.keys(imputer.fill).map((name) => [
      `${name} was missing`,
      1 - Number(row[`${name} was missing`]),
    ]);
    return { ...row, ...Object.fromEntries(marks) };
  });
}
