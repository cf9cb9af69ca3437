/**
 * You take the upper of the two values in the middle for the median of an even count. Half of the values should lie on
 * either side of it: it is the mean of the two.
 * Next: which two of 9, 20, 100, 140 stand in the middle, and what lies half-way?
 */
import type { Imputer, Row, Strategy } from "../solution.ts";
import { fitImputer as fit } from "../solution.ts";

export { impute, markGaps } from "../solution.ts";

export function fitImputer(rows: Row[], columns: string[], strategy: Strategy): Imputer {
  if (strategy !== "median") return fit(rows, columns, strategy);
  const median = (name: string) => {
    const known = rows.map((row) => row[name] as number).filter((cell) => cell !== null);
    if (known.length === 0) throw new RangeError("nothing to learn from");
    return known.toSorted((one, other) => one - other)[Math.floor(known.length / 2)];
  };
  return { fill: Object.fromEntries(columns.map((name) => [name, median(name)])) };
}
