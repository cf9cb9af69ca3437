/**
 * You add up the values that are there, but divide by the number of all rows, gaps included. The mean comes out too
 * near to 0.
 * Next: the column 100, gap, 140 has the sum 240. By how many must it be divided?
 */
import type { Imputer, Row, Strategy } from "../solution.ts";
import { fitImputer as fit } from "../solution.ts";

export { impute, markGaps } from "../solution.ts";

export function fitImputer(rows: Row[], columns: string[], strategy: Strategy): Imputer {
  const { fill } = fit(rows, columns, strategy);
  if (strategy !== "mean") return { fill };
  const share = (name: string) => rows.filter((row) => row[name] !== null).length / rows.length;
  return { fill: Object.fromEntries(columns.map((name) => [name, Number(fill[name]) * share(name)])) };
}
