/** With danfojs: series without gaps for the statistics, a table that fills its own gaps. */
import { DataFrame, Series } from "danfojs-node";

import type { Imputer, Row, Strategy } from "../solution.ts";

export function markGaps(rows: Row[], column: string, codes: (number | string)[]): Row[] {
  const cells = rows.map((row) => row[column]);
  const marked = cells.map((cell) => (codes.includes(cell as number) ? null : cell));
  return rows.map((row, i) => ({ ...row, [column]: marked[i] }));
}

export function fitImputer(rows: Row[], columns: string[], strategy: Strategy): Imputer {
  const fill = columns.map((column) => {
    const known = rows.flatMap((row) => row[column] ?? []);
    if (known.length === 0) throw new RangeError(`${column} has no value`);
    const series = new Series(known);
    if (strategy === "mean") return [column, series.mean()];
    if (strategy === "median") return [column, series.median()];
    // As texts: among numbers valueCounts takes 7.5 for 7.
    const text = (cell: Row[string]) => `=${cell}`;
    const counts = new Series(known.map(text)).valueCounts();
    const most = counts.index[(counts.values as number[]).indexOf(counts.max())];
    return [column, known.find((cell) => text(cell) === most)];
  });
  return { fill: Object.fromEntries(fill) };
}

export function impute(imputer: Imputer, rows: Row[]): Row[] {
  const columns = Object.keys(imputer.fill);
  const gaps = new DataFrame(rows).loc({ columns }).isNa().values as boolean[][];
  return rows.map((row, i) => {
    const marks = columns.map((column, j) => [`${column} was missing`, Number(gaps[i][j])]);
    const fills = columns.filter((_, j) => gaps[i][j]).map((column) => [column, imputer.fill[column]]);
    return { ...row, ...Object.fromEntries([...marks, ...fills]) };
  });
}
