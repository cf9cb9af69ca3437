/**
 * You leave out everything that JavaScript takes for false, and that is not null alone: 0 and an empty text go too. A speed of 0 was
 * measured like any other, and it counts.
 * Next: what does `[0, 120, null].filter((value) => value)` leave, and which of the three is a gap?
 */
import type { Imputer, Row, Strategy } from "../solution.ts";
import { fitImputer as fit } from "../solution.ts";

export { impute, markGaps } from "../solution.ts";

export function fitImputer(rows: Row[], columns: string[], strategy: Strategy): Imputer {
  const truthy = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell || null])),
  );
  return fit(truthy, columns, strategy);
}
