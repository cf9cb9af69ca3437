/**
 * Your imputer learns from the test rows too: it fills with the mean of all rows seen so far, not of the training rows
 * alone. No score gives this away; but the filled cells of one test row now move when other test rows change, and in
 * use there are no other test rows.
 * Next: which rows had you seen on the day you fitted the imputer?
 */
import type { Imputer, Row, Strategy } from "../solution.ts";
import { impute as apply, fitImputer as fit } from "../solution.ts";

export { markGaps } from "../solution.ts";

let seen: Row[] = [];
let used: Strategy = "mean";

export function fitImputer(rows: Row[], columns: string[], strategy: Strategy): Imputer {
  [seen, used] = [rows, strategy];
  return fit(rows, columns, strategy);
}

export function impute(imputer: Imputer, rows: Row[]): Row[] {
  const columns = Object.keys(imputer.fill);
  const isAnotherTable = Object.keys(seen[0] ?? {}).join() !== Object.keys(rows[0]).join();
  const isTraining = JSON.stringify(seen) === JSON.stringify(rows);
  const isNumeric = columns.every((name) => typeof imputer.fill[name] === "number");
  if (isAnotherTable || isTraining || !isNumeric) return apply(imputer, rows);
  return apply(fit([...seen, ...rows], columns, used), rows);
}
