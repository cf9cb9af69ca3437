import { type Cell, isMissing } from "../cells.ts";
import { shown } from "../check-input.ts";
import { quantile } from "../quantile.ts";

/** By what missing values are replaced: a statistic of their column's others, or a constant. */
export type ImputeStrategy = "mean" | "median" | "mostFrequent" | "constant";

/**
 * What a column's missing values are replaced by; NaN where there is nothing to tell it from.
 * @throws {TypeError} when a mean or median is asked of texts, or the column holds both texts and numbers
 * @throws {RangeError} when a mean overflows
 */
export function statisticOf(
  who: string,
  strategy: Exclude<ImputeStrategy, "constant">,
  column: readonly Cell[],
  j: number,
): Cell {
  const kind = kindOf(who, column, j);
  const present = column.filter((cell) => !isMissing(cell));
  if (kind === undefined) return Number.NaN;
  if (strategy === "mostFrequent") return mostFrequent(present);
  if (kind === "string") {
    throw new TypeError(`${who} needs numbers for a ${strategy}, got ${shown(present[0])} in column ${j}.`);
  }
  const numbers = Float64Array.from(present as readonly number[]);
  if (strategy === "median") return quantile(numbers.sort(), 0.5);
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  if (Number.isFinite(mean)) return mean;
  throw new RangeError(`${who} needs columns with a finite mean, got ${mean} in column ${j}.`);
}

/**
 * What a column holds where it is not missing: texts or numbers, undefined if it is missing throughout.
 * @param filling what the column is to be filled with, which must be of the same kind
 * @throws {TypeError} when it holds both
 */
export function kindOf(
  who: string,
  column: readonly Cell[],
  j: number,
  filling: Cell = null,
): "string" | "number" | undefined {
  let first = filling;
  for (const cell of column) {
    if (isMissing(cell)) continue;
    first ??= cell;
    if (typeof cell === typeof first) continue;
    throw new TypeError(
      `${who} needs columns of texts or of numbers, not both, got ${shown(first)} and ${shown(cell)} for column ${j}.`,
    );
  }
  if (first === null) return undefined;
  return typeof first === "string" ? "string" : "number";
}

/** The value that occurs most often; of several, the smallest. */
function mostFrequent(present: readonly Cell[]): Cell {
  const counts = new Map<Cell, number>();
  for (const cell of present) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  let winner: Cell = Number.NaN;
  let most = 0;
  for (const [cell, count] of counts) {
    if (count > most || (count === most && cell! < winner!)) [winner, most] = [cell, count];
  }
  return winner;
}
