import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import type { DuckDBConnection } from "@duckdb/node-api";

import { checkHeader } from "./check-header.ts";
import { checkRecords } from "./check-records.ts";
import { checkRows } from "./check-rows.ts";
import { withDuckDB } from "./duckdb.ts";
import { copyGoodRecords, linesOfRows } from "./good-records.ts";
import { readHeader, unreadable } from "./read-table.ts";
import type { TableSource } from "./table-source.ts";

/** Something that is wrong with a data file. */
export interface TableFault {
  /** The line of a CSV file or the row of a Parquet file, counted from 1; undefined where it is no one place. */
  readonly line: number | undefined;
  readonly column: string | undefined;
  /** What was needed and what was found. */
  readonly what: string;
}

/** The first faults of a file, in the order of its lines, and how many there are in all. */
export interface TableCheck {
  readonly faults: readonly TableFault[];
  readonly count: number;
}

export interface CheckOptions {
  /** So many faults are listed; all are counted. */
  readonly most?: number;
  /** The columns that together tell rows apart. */
  readonly primaryKey?: readonly string[];
}

const MEMORY_LIMIT = "1GB";

/**
 * Finds every fault of a data file: records that are no rows, columns other than the package's, cells that are not of
 * their type or break a constraint, keys and unique values that repeat.
 *
 * A file is read once for its records (CSV alone), once for its cells, once for each key or column that is to be unique,
 * and once more to tell the lines. Broken records are left out of all but the first.
 *
 * @example
 * await checkTable(source); // { faults: [{ line: 7, column: "age", what: 'needs a finite number, got "x"' }], count: 1 }
 */
export async function checkTable(source: TableSource, options: CheckOptions = {}): Promise<TableCheck> {
  const { most = 20, primaryKey = [] } = options;
  const folder = await mkdtemp(path.join(tmpdir(), "groundwork-check-"));
  try {
    const checks = await withDuckDB(
      async (connection) => {
        await connection.run("PRAGMA disable_optimizer");
        await connection.run("SET TimeZone = 'UTC'");
        return checkAll(connection, source, { most, primaryKey }, folder);
      },
      { memoryLimit: MEMORY_LIMIT, temporaryFolder: folder },
    );
    return together(checks, most);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function checkAll(
  connection: DuckDBConnection,
  source: TableSource,
  { most, primaryKey }: Required<CheckOptions>,
  folder: string,
): Promise<TableCheck[]> {
  const checks: TableCheck[] = [];
  try {
    const records = await checkStructure(connection, source, most);
    checks.push(records);
    if (records.header.length === 0) return checks;
    const header = checkHeader(records.header, source.fields);
    checks.push({
      faults: header.faults.map((fault) => ({ line: source.format === "csv" ? 1 : undefined, ...fault })),
      count: header.faults.length,
    });
    const readable = { ...source, fields: header.fields, file: path.join(folder, "rows.csv") };
    if (records.count > 0) await copyGoodRecords(source, readable.file);
    else readable.file = source.file;
    checks.push(await checkContent(connection, source, readable, { most, primaryKey }));
    return checks;
  } catch (error) {
    const problem = unreadable(error, source);
    if (problem === null) throw error;
    return [...checks, { faults: [{ line: undefined, column: undefined, what: problem.message }], count: 1 }];
  }
}

async function checkStructure(connection: DuckDBConnection, source: TableSource, most: number) {
  if (source.format === "parquet")
    return { header: await readHeader(connection, source), faults: [], count: 0 };
  const { header, faults, count } = await checkRecords(source, most);
  return { header, faults: faults.map((fault) => ({ column: undefined, ...fault })), count };
}

/** @param readable what is left of the source without its broken records */
async function checkContent(
  connection: DuckDBConnection,
  source: TableSource,
  readable: TableSource,
  { most, primaryKey }: Required<CheckOptions>,
): Promise<TableCheck> {
  const { faults, count } = await checkRows(connection, readable, primaryKey, most);
  const listed = faults.toSorted((a, b) => (a.row ?? -1) - (b.row ?? -1)).slice(0, most);
  const lines = await linesOf(
    source,
    listed.flatMap(({ row, firstRow }) => [row ?? [], firstRow ?? []].flat()),
  );
  const word = source.format === "csv" ? "line" : "row";
  return {
    faults: listed.map(({ row, column, what, firstRow }) => ({
      line: row === undefined ? undefined : lines.get(row),
      column,
      what: firstRow === undefined ? what : `${what}, got those of ${word} ${lines.get(firstRow)}`,
    })),
    count,
  };
}

async function linesOf(source: TableSource, rows: readonly number[]): Promise<ReadonlyMap<number, number>> {
  return source.format === "csv" ? linesOfRows(source, rows) : new Map(rows.map((row) => [row, row + 1]));
}

function together(checks: readonly TableCheck[], most: number): TableCheck {
  const faults = checks.flatMap((check) => check.faults);
  return {
    faults: faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, most),
    count: checks.reduce((sum, { count }) => sum + count, 0),
  };
}
