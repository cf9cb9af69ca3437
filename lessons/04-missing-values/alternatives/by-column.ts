/** Column by column, in typed arrays where there are numbers; the rows are put together at the end. */
import type { Imputer, Row, Strategy } from "../solution.ts";

export function markGaps(rows: Row[], column: string, codes: (number | string)[]): Row[] {
  const isCode = new Set<Row[string]>(codes);
  return rows.map(({ ...row }) => {
    if (isCode.has(row[column])) row[column] = null;
    return row;
  });
}

export function fitImputer(rows: Row[], columns: string[], strategy: Strategy): Imputer & { rows: number } {
  const learn = (column: string) => {
    const known = rows.map((row) => row[column]).filter((cell) => cell !== null);
    if (known.length === 0) throw new TypeError(`${column}: only gaps`);
    if (strategy === "mostFrequent") return mode(known as string[]);
    const sorted = Float64Array.from(known as number[]).sort();
    const half = sorted.length >> 1;
    if (strategy === "median") return (sorted[half] + sorted[sorted.length - 1 - half]) / 2;
    return sorted.reduce((sum, value) => sum + value) / sorted.length;
  };
  // That it keeps more than is asked for does no harm.
  return { fill: Object.fromEntries(columns.map((column) => [column, learn(column)])), rows: rows.length };
}

export function impute(imputer: Imputer, rows: Row[]): Row[] {
  const whole = rows.map((row) => ({ ...row }));
  for (const [column, value] of Object.entries(imputer.fill)) {
    const isGap = Uint8Array.from(rows, (row) => (row[column] === null ? 1 : 0));
    whole.forEach((row, i) => {
      row[`${column} was missing`] = isGap[i];
      if (isGap[i] === 1) row[column] = value;
    });
  }
  return whole;
}

/** The smallest of the most frequent, as scikit-learn has it. */
function mode(values: string[]): string {
  const count = (value: string) => values.filter((other) => other === value).length;
  const most = Math.max(...values.map(count));
  return values.filter((value) => count(value) === most).sort()[0];
}
