/**
 * You learn something from a column without a single value: NaN, undefined or 0. Nobody is told, and every gap is
 * filled with it. There is nothing to learn from: say so at once, with an error.
 * Next: what does your function learn from the column gap, gap?
 */
import type { Imputer, Row, Strategy } from "../solution.ts";
import { fitImputer as fit } from "../solution.ts";

export { impute, markGaps } from "../solution.ts";

export function fitImputer(rows: Row[], columns: string[], strategy: Strategy): Imputer {
  const isEmpty = (name: string) => rows.every((row) => row[name] === null);
  const empty = columns.filter(isEmpty).map((name) => [name, 0]);
  const { fill } = fit(
    rows,
    columns.filter((name) => !isEmpty(name)),
    strategy,
  );
  return { fill: { ...fill, ...Object.fromEntries(empty) } };
}
