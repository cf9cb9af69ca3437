import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";

import { pathPattern } from "../query.ts";

/** How many cells, and how many columns, are grouped in one go; more would take more memory than they save time. */
const CELLS_AT_ONCE = 50_000_000;
const COLUMNS_AT_ONCE = 1000;

/** How many columns of so many cells are looked at in one go. */
export function columnsAtOnce(nRows: number): number {
  return Math.max(1, Math.min(COLUMNS_AT_ONCE, Math.floor(CELLS_AT_ONCE / nRows)));
}

/** A query's rows, numbers that DuckDB has as 64-bit integers made numbers. */
export async function rowsOf(
  connection: DuckDBConnection,
  sql: string,
  values: string[] = [],
): Promise<DuckDBValue[][]> {
  const rows = await (await connection.run(sql, values)).getRows();
  return rows.map((row) => row.map((value) => (typeof value === "bigint" ? Number(value) : value)));
}

/** A text as a literal of SQL. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A path as a literal of SQL, every character standing for itself. */
export function pathLiteral(file: string): string {
  return literal(pathPattern(file));
}

/**
 * Brings staged rows into a Parquet file: `place` and the cells `c0`, `c1`, … as text, NULL where a cell is empty.
 */
export async function stagedToParquet(
  connection: DuckDBConnection,
  staged: string,
  nColumns: number,
  target: string,
): Promise<void> {
  const columns = Array.from({ length: nColumns }, (_, j) => `c${j}: 'VARCHAR'`);
  await allowMemory(connection, nColumns);
  await connection.run(`COPY (
      SELECT place, ${columns.map((_, j) => `nullif(c${j}, '') AS c${j}`)}
      FROM read_csv(${pathLiteral(staged)}, auto_detect = false, header = false, delim = ',', quote = '"',
        escape = '"', columns = {place: 'BIGINT', ${columns}}, new_line = '\\n', parallel = false, max_line_size = 4200000, buffer_size = 16800000)
    ) TO ${literal(target)} (FORMAT parquet${rowGroups(nColumns)})`);
}

/** Gives a connection the memory that so many columns need; each has buffers of its own. */
export async function allowMemory(connection: DuckDBConnection, nColumns: number): Promise<void> {
  await connection.run(`SET memory_limit = '${1000 + Math.ceil(nColumns * 0.6)}MB'`);
}

/** Wide rows in small groups, as a whole group is held in memory. */
export function rowGroups(nColumns: number): string {
  return nColumns > 100 ? ", ROW_GROUP_SIZE 10240" : "";
}

/**
 * Makes the tables that all else is asked of: the view `cells` (a row for each row of the file) and the table `texts`
 * (`col`, `text`, `n` cells that hold it, `place` of the first of them, for each column and each of its texts).
 */
export async function makeCellTables(
  connection: DuckDBConnection,
  parquet: string,
  nColumns: number,
  nRows: number,
  onShare: (share: number) => void,
): Promise<void> {
  await connection.run(`CREATE VIEW cells AS SELECT * FROM read_parquet(${pathLiteral(parquet)})`);
  await connection.run("CREATE TABLE texts (col INTEGER, text VARCHAR, n BIGINT, place BIGINT)");
  const atOnce = columnsAtOnce(nRows);
  for (let from = 0; from < nColumns; from += atOnce) {
    onShare(from / nColumns);
    const positions = Array.from({ length: Math.min(atOnce, nColumns - from) }, (_, i) => from + i);
    await connection.run(`INSERT INTO texts
      SELECT col, text, count(*), min(place)
      FROM (SELECT place, unnest([${positions}]) AS col, unnest([${positions.map((j) => `c${j}`)}]) AS text FROM cells)
      GROUP BY col, text`);
  }
}
