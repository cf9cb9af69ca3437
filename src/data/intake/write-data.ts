import { open, rm } from "node:fs/promises";
import path from "node:path";

import type { DuckDBConnection } from "@duckdb/node-api";

import { allowMemory, literal, pathLiteral, rowGroups, rowsOf } from "./cell-table.ts";
import type { DecidedColumn } from "./decide.ts";
import { knownText, mayNeedQuotes, storedText, storedValue } from "./stored-cells.ts";

/** A larger CSV file is not kept; Parquet takes its place. */
const LARGEST_CSV = 5_000_000;

/** Readers take no longer line of CSV; quotes that are doubled can make one. */
const LONGEST_LINE = 2_000_000;

/** What was written, and what must be found in it again. */
export interface WrittenData {
  readonly fileName: "data.csv" | "data.parquet";
  readonly bytes: number;
  /** Missing values of each column. */
  readonly missing: readonly number[];
}

/**
 * Writes `data.csv`, or `data.parquet` where that would be larger than 5 MB, or would have a line longer than 2 MB.
 *
 * @param texts the Parquet file with all cells as texts
 */
export async function writeData(
  connection: DuckDBConnection,
  texts: string,
  columns: readonly DecidedColumn[],
  folder: string,
): Promise<WrittenData> {
  await allowMemory(connection, columns.length);
  // All columns are wanted, so there is nothing to optimise, and to find that out takes long where they are many.
  await connection.run("PRAGMA disable_optimizer");
  await connection.run(`CREATE VIEW cells AS SELECT * FROM read_parquet(${pathLiteral(texts)})`);
  const csv = path.join(folder, "data.csv");
  const bytes = await writeCsv(
    connection,
    columns,
    csv,
    mustBeCsv(columns) ? Number.POSITIVE_INFINITY : LARGEST_CSV,
  );
  if (bytes !== null)
    return { fileName: "data.csv", bytes, missing: await countMissing(connection, columns) };
  await rm(csv);
  const parquet = path.join(folder, "data.parquet");
  await writeParquet(connection, columns, parquet);
  return {
    fileName: "data.parquet",
    bytes: await bringToDisk(parquet),
    missing: await countMissing(connection, columns),
  };
}

/** To DuckDB, names that differ in case alone are one, and it would write "a", "A_1". */
function mustBeCsv(columns: readonly DecidedColumn[]): boolean {
  return new Set(columns.map(({ name }) => name.toLowerCase())).size < columns.length;
}

/** @returns how many bytes it wrote; null if it stopped since they would be more than the most */
async function writeCsv(
  connection: DuckDBConnection,
  columns: readonly DecidedColumn[],
  file: string,
  most: number,
): Promise<number | null> {
  const output = await open(file, "wx");
  try {
    let bytes = 0;
    const write = async (lines: string) => {
      bytes += Buffer.byteLength(lines);
      if (bytes <= most) await output.writeFile(lines);
      return bytes <= most;
    };
    if (!(await write(csvLine(columns.map(({ name }) => name))))) return null;
    const result = await connection.stream(`SELECT ${storedLine(columns)} FROM cells`);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) break;
      const lines = chunk.getColumnValues(0).map((line) => `${String(line).slice(1)}\n`);
      if (lines.some((line) => line.length > LONGEST_LINE / 3 && Buffer.byteLength(line) > LONGEST_LINE))
        return null;
      if (!(await write(lines.join("")))) return null;
    }
    await output.sync();
    return bytes;
  } finally {
    await output.close();
  }
}

/** A row's line of CSV in SQL, with a mark in front: what begins with U+FEFF would arrive here without it. */
function storedLine(columns: readonly DecidedColumn[]): string {
  const cells = columns.map((column) => {
    const text = storedText(column);
    if (!mayNeedQuotes(column)) return `coalesce(${text}, '')`;
    return `CASE WHEN regexp_matches(${text}, '[",\\r\\n]') THEN '"' || replace(${text}, '"', '""') || '"' ELSE coalesce(${text}, '') END`;
  });
  const line = `concat_ws(',', ${cells})`;
  // A lone empty cell would make an empty line, which is no row to most readers.
  return columns.length === 1 ? `'>' || CASE ${line} WHEN '' THEN '""' ELSE ${line} END` : `'>' || ${line}`;
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\n`;
}

async function writeParquet(
  connection: DuckDBConnection,
  columns: readonly DecidedColumn[],
  file: string,
): Promise<void> {
  const values = columns.map((column) => `${storedValue(column)} AS "${column.name.replaceAll('"', '""')}"`);
  await connection.run(
    `COPY (SELECT ${values} FROM cells) TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd${rowGroups(columns.length)})`,
  );
}

async function countMissing(
  connection: DuckDBConnection,
  columns: readonly DecidedColumn[],
): Promise<number[]> {
  const [counts = []] = await rowsOf(
    connection,
    `SELECT ${columns.map((column) => `count(*) - count(${knownText(column)})`)} FROM cells`,
  );
  return counts.map(Number);
}

async function bringToDisk(file: string): Promise<number> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
    return (await handle.stat()).size;
  } finally {
    await handle.close();
  }
}
