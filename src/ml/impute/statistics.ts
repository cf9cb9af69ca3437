import { type Cell, type CellColumn, isMissing } from "../cells.ts";
import { shown } from "../check-input.ts";
import { quantilesOf } from "../quantile.ts";

/** By what missing values are replaced: a statistic of their column's others, or a constant. */
export type ImputeStrategy = "mean" | "median" | "mostFrequent" | "constant";

/**
 * What a column's missing values are replaced by; NaN where there is nothing to tell it from.
 * @throws {TypeError} when a mean or median is asked of texts
 * @throws {RangeError} when a mean overflows
 */
export function statisticOf(
  who: string,
  strategy: Exclude<ImputeStrategy, "constant">,
  column: CellColumn,
  j: number,
): Cell {
  if (strategy === "mostFrequent") return mostFrequent(column);
  if (column instanceof Float64Array) {
    const present = presentIn(column);
    if (present.length === 0) return Number.NaN;
    return strategy === "median" ? quantilesOf(present, [0.5])[0]! : meanOf(who, present, j);
  }
  const text = column.find((cell) => cell !== null);
  if (text === undefined) return Number.NaN;
  throw new TypeError(`${who} needs numbers for a ${strategy}, got ${shown(text)} in column ${j}.`);
}

function presentIn(column: Float64Array): Float64Array {
  const present = new Float64Array(column.length);
  let count = 0;
  for (const value of column) if (!Number.isNaN(value)) present[count++] = value;
  return present.subarray(0, count);
}

function meanOf(who: string, present: Float64Array, j: number): number {
  let sum = 0;
  for (const value of present) sum += value;
  const mean = sum / present.length;
  if (Number.isFinite(mean)) return mean;
  throw new RangeError(`${who} needs columns with a finite mean, got ${mean} in column ${j}.`);
}

/** The value that occurs most often; of several, the smallest. */
function mostFrequent(column: CellColumn): Cell {
  const counts = new Map<Cell, number>();
  for (const cell of column) if (!isMissing(cell)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  let winner: Cell = Number.NaN;
  let most = 0;
  for (const [cell, count] of counts) {
    if (count > most || (count === most && cell! < winner!)) [winner, most] = [cell, count];
  }
  return winner;
}
