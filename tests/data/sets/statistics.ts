import type { Table } from "../../../src/data/index.ts";
import { deviation, mean } from "./raw-set.ts";

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Pearson's correlation of two columns. */
export function correlation(first: readonly number[], second: readonly number[]): number {
  const [a, b] = [standardised(first), standardised(second)];
  return mean(a.map((value, i) => value * (b[i] ?? Number.NaN)));
}

/** A column with mean 0 and deviation 1. */
export function standardised(values: readonly number[]): number[] {
  const [centre, scale] = [mean(values), deviation(values)];
  return values.map((value) => (value - centre) / scale);
}

/** In how many rows the nearest other row, by Euclidean distance over the columns, has the same label. */
export function nearestIsRight(columns: readonly (readonly number[])[], labels: readonly string[]): number {
  const squaredDistance = (i: number, k: number) =>
    columns.reduce((total, values) => total + ((values[i] ?? 0) - (values[k] ?? 0)) ** 2, 0);
  return labels.filter((label, i) => {
    const distances = labels.map((_, k) => (i === k ? Number.POSITIVE_INFINITY : squaredDistance(i, k)));
    return labels[distances.indexOf(Math.min(...distances))] === label;
  }).length;
}

/** How many values each column of a table lacks; only columns that lack one. */
export function missingIn(table: Table): Record<string, number> {
  const counts = table.columnNames.map((name): [string, number] => {
    const values: readonly (number | string | null)[] = [...table.column(name).values];
    return [name, values.filter((value) => value === null || Number.isNaN(value)).length];
  });
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
