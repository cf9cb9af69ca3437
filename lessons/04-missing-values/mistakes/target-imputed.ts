/**
 * You fill the gaps of every column, not only of those you were given, the target among them. A target that was filled
 * in is an answer that you made up, and the model learns it as a fact, or is graded by it. Rows whose answer is
 * unknown can't teach it.
 * Next: which columns were named, and what would it mean to fill in the outcome of a case?
 */
import type { Imputer, Row, Strategy } from "../solution.ts";
import { impute as apply, fitImputer as fit } from "../solution.ts";

export { markGaps } from "../solution.ts";

let others: Imputer["fill"] = {};
let mine: string[] = [];

export function fitImputer(rows: Row[], columns: string[], strategy: Strategy): Imputer {
  const known = (name: string) => rows.some((row) => row[name] !== null);
  mine = columns;
  others = fit(rows, Object.keys(rows[0] ?? {}).filter(known), "mostFrequent").fill;
  return fit(rows, columns, strategy);
}

export function impute(imputer: Imputer, rows: Row[]): Row[] {
  const filled = apply(imputer, rows);
  if (Object.keys(imputer.fill).join() !== mine.join()) return filled;
  return filled.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell ?? others[name] ?? null])),
  );
}
