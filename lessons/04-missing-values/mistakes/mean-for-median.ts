/**
 * You give the mean whatever is asked for. In a skewed column the two are far apart: a few huge values pull the mean
 * to where hardly any value lies, and the median stays in the middle of the crowd.
 * Next: what are the mean and the median of 1, 2, 3 and 94?
 */
import type { Imputer, Row, Strategy } from "../solution.ts";
import { fitImputer as fit } from "../solution.ts";

export { impute, markGaps } from "../solution.ts";

export function fitImputer(rows: Row[], columns: string[], strategy: Strategy): Imputer {
  return fit(rows, columns, strategy === "median" ? "mean" : strategy);
}
