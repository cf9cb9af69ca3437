import type { DuckDBConnection } from "@duckdb/node-api";

import { isNumberType } from "./column.ts";
import { query } from "./query.ts";
import type { TableSource } from "./table-source.ts";
import { typedCells } from "./typed-cells.ts";
import { doublesOf } from "./vectors.ts";

/** A row that has the values of an earlier one where it should have its own. */
export interface Repeat {
  /** Counted from 0, as is the other. */
  readonly row: number;
  readonly firstRow: number;
}

/**
 * Finds the rows whose values in some columns came before in the same combination; rows in which one of them is missing
 * or not of its type are passed over.
 *
 * @param columns places of fields
 * @param most so many are listed, the first ones; all are counted
 */
export async function findRepeats(
  connection: DuckDBConnection,
  source: TableSource,
  columns: readonly number[],
  most: number,
): Promise<{ repeats: Repeat[]; count: number }> {
  // 1 and 1.0 are one value; of dates and times, the text is.
  const keys = columns.map((i) => (isNumberType(source.fields[i]?.type ?? "string") ? `x${i}` : `t${i}`));
  const isWhole = columns.map((i) => `t${i} IS NOT NULL AND NOT b${i}`).join(" AND ");
  const { sql, values } = query(
    (bind) => `SELECT n, first FROM (
      SELECT n, min(n) OVER (PARTITION BY ${keys}) AS first
      FROM (SELECT *, (row_number() OVER () - 1)::DOUBLE AS n FROM ${typedCells(source, bind, Math.min(...columns), Math.max(...columns) + 1)}) WHERE ${isWhole})
      WHERE n > first ORDER BY n`,
  );
  const repeats: Repeat[] = [];
  let count = 0;
  const result = await connection.stream(sql, values);
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
    const [rows, firstRows] = [doublesOf(chunk.getColumnVector(0)), doublesOf(chunk.getColumnVector(1))];
    for (let i = 0; i < rows.length && repeats.length < most; i++) {
      repeats.push({ row: rows[i] ?? 0, firstRow: firstRows[i] ?? 0 });
    }
    count += chunk.rowCount;
  }
  return { repeats, count };
}
