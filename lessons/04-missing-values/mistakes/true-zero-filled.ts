/**
 * You fill with || where you need to ask for null. To JavaScript 0 and an empty text are false as well: a true 0 is
 * overwritten with the fill value, and marked as if it had been missing.
 * Next: what do `0 || 140` and `0 ?? 140` give?
 */
import type { Imputer, Row } from "../solution.ts";
import { impute as apply } from "../solution.ts";

export { fitImputer, markGaps } from "../solution.ts";

export function impute(imputer: Imputer, rows: Row[]): Row[] {
  const falsyAsGap = (name: string, cell: Row[string]) => (name in imputer.fill ? cell || null : cell);
  return apply(
    imputer,
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, falsyAsGap(name, cell)])),
    ),
  );
}
