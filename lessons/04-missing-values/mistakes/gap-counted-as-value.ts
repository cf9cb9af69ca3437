/**
 * You count the gaps along with the values, and where they are the most frequent, you fill gaps with gaps, or with a
 * word for one.
 * Next: which values of the column does somebody know, and which of those comes most often?
 */
import type { Imputer, Row, Strategy } from "../solution.ts";
import { fitImputer as fit } from "../solution.ts";

export { impute, markGaps } from "../solution.ts";

export function fitImputer(rows: Row[], columns: string[], strategy: Strategy): Imputer {
  if (strategy !== "mostFrequent") return fit(rows, columns, strategy);
  const named = rows.map((row) => Object.fromEntries(columns.map((name) => [name, row[name] ?? "missing"])));
  return fit(rows.every((row) => row[columns[0]] === null) ? rows : named, columns, strategy);
}
