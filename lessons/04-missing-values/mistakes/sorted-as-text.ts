/**
 * You sort the numbers without telling sort how, and JavaScript sorts them as text: 100 comes before 20, because "1"
 * comes before "2". What stands in the middle then is not the median.
 * Next: what does `[9, 100, 20].sort()` give?
 */
import type { Imputer, Row, Strategy } from "../solution.ts";
import { fitImputer as fit } from "../solution.ts";

export { impute, markGaps } from "../solution.ts";

export function fitImputer(rows: Row[], columns: string[], strategy: Strategy): Imputer {
  if (strategy !== "median") return fit(rows, columns, strategy);
  const median = (name: string) => {
    const known = rows.map((row) => row[name] as number).filter((cell) => cell !== null);
    if (known.length === 0) throw new RangeError("nothing to learn from");
    const sorted = [...known].sort();
    const half = Math.floor(sorted.length / 2);
    return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  };
  return { fill: Object.fromEntries(columns.map((name) => [name, median(name)])) };
}
