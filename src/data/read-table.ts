import { isUtf8 } from "node:buffer";
import { stat } from "node:fs/promises";

import type { DuckDBConnection } from "@duckdb/node-api";

import { Problem } from "../problem.ts";
import type { Column } from "./column.ts";
import { columnBuilder } from "./column-builder.ts";
import { columnsQuery } from "./columns-query.ts";
import { cellsOf, forEachRecord } from "./csv-records.ts";
import { makeDictionaries } from "./dictionaries.ts";
import { withDuckDB } from "./duckdb.ts";
import { parquetRowQuery, parquetSchemaQuery } from "./parquet-query.ts";
import type { Query } from "./query.ts";
import type { TableSource } from "./table-source.ts";
import { expectations } from "./typed-cells.ts";
import { doublesOf, forEachText } from "./vectors.ts";

/** What DuckDB says of a file that is no such table, and how to say it. */
const causes: readonly [pattern: RegExp, cause: string][] = [
  [/Expected Number of Columns: (\d+) Found: (\d+)/, "should have $1 cells, one for each column, and has $2"],
  [/unterminated quote/, "has a quote that is not closed, or that closes before the end of its cell"],
  [/unicode|utf-8/i, "is not in UTF-8"],
  [/Maximum line size/, "is longer than 2 MB"],
];

/**
 * Reads the columns of a CSV file (UTF-8, one header line; empty lines, and blanks around quotes, mean nothing) or a Parquet file with the types that the data package gives.
 * No value is changed without a word.
 *
 * @throws Problem "bad-dataset" with the line (in a Parquet file the row) and the column of what is wrong
 */
export async function readColumns(source: TableSource): Promise<Column[]> {
  try {
    return await withDuckDB(async (connection) => {
      // A plain scan leaves nothing to optimise, and the time to find that out grows with the square of the columns.
      await connection.run("PRAGMA disable_optimizer");
      refuseOtherHeader(await readHeader(connection, source), source);
      return await readTyped(connection, source);
    });
  } catch (error) {
    throw unreadable(error, source) ?? error;
  }
}

async function readTyped(connection: DuckDBConnection, source: TableSource): Promise<Column[]> {
  const dictionaries = await dictionariesFor(connection, source);
  const { places, ...query } = columnsQuery(
    source,
    dictionaries.map((dictionary) => dictionary?.type ?? null),
  );
  const result = await run(connection, query);
  const builders = source.fields.map((field, j) =>
    columnBuilder(field, places[j] ?? {}, result.rowCount, dictionaries[j]?.texts ?? []),
  );
  let nRows = 0;
  // While one chunk is taken over, DuckDB's own thread copies the next.
  for (let next = result.fetchChunk(), chunk = await next; chunk?.rowCount; chunk = await next) {
    next = result.fetchChunk();
    const badFields = doublesOf(chunk.getColumnVector(chunk.columnCount - 1));
    const i = badFields.findIndex((position) => !Number.isNaN(position));
    if (i >= 0) throw await badCell(connection, source, nRows + i, badFields[i] ?? 0);
    for (const { fill } of builders) fill(chunk, nRows);
    nRows += chunk.rowCount;
  }
  return builders.map(({ column }) => column);
}

/** Dictionaries where they pay: in long files with few columns. */
async function dictionariesFor(connection: DuckDBConnection, source: TableSource) {
  const { size } = await stat(source.file);
  return size < 1_000_000 || source.fields.length > 100 ? [] : makeDictionaries(connection, source);
}

/** What the file calls its columns. */
export async function readHeader(connection: DuckDBConnection, source: TableSource): Promise<string[]> {
  if (source.format === "csv") return csvHeader(source);
  const result = await run(connection, parquetSchemaQuery(source));
  const names: string[] = [];
  // The root comes first, and a column of lists or structs is followed by what it is made of.
  let isRoot = true;
  let nested = 0;
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
    const nChildren = chunk.getColumnValues(1);
    forEachText(chunk.getColumnVector(0), (name, i) => {
      if (nested > 0) nested--;
      else if (!isRoot) names.push(name ?? "");
      if (!isRoot) nested += Number(nChildren[i] ?? 0);
      isRoot = false;
    });
  }
  return names;
}

async function csvHeader({ file, shownAs, delimiter = "," }: TableSource): Promise<string[]> {
  let header: string[] = [];
  let fault: string | undefined;
  await forEachRecord(file, delimiter, ({ line, nLines, bytes }) => {
    header = cellsOf(bytes, delimiter);
    if (line > 1) fault = "is empty";
    // DuckDB would take the first line end, in quotes or not, for the kind that all records have.
    else if (nLines > 1) fault = "has a line end in a column's name";
    else if (!isUtf8(bytes)) fault = "is not in UTF-8";
    return false;
  });
  if (fault === undefined) return header;
  throw new Problem(
    "bad-dataset",
    `${shownAs}, line 1, ${fault}.`,
    "The first line needs the columns' names, in UTF-8 and each on one line.",
  );
}

async function readTexts(connection: DuckDBConnection, query: Query): Promise<string[]> {
  const [texts = []] = await (await run(connection, query)).getRows();
  return texts.map(String);
}

function run(connection: DuckDBConnection, { sql, values }: Query) {
  return connection.run(sql, values);
}

function refuseOtherHeader(header: readonly string[], { shownAs, format, fields }: TableSource): void {
  const where = format === "csv" ? `${shownAs}, line 1` : shownAs;
  for (let j = 0; j < Math.max(header.length, fields.length); j++) {
    const [found, needed] = [header[j], fields[j]?.name];
    if (found === needed) continue;
    const is = found === undefined ? "is not there" : `is called "${found}"`;
    const should = needed === undefined ? "does not name it" : `calls it "${needed}"`;
    throw new Problem(
      "bad-dataset",
      `${where}: column ${j + 1} ${is}; datapackage.json ${should}.`,
      "Give the columns the same names, in the same order, in both files.",
    );
  }
}

async function badCell(
  connection: DuckDBConnection,
  source: TableSource,
  row: number,
  j: number,
): Promise<Problem> {
  const { place, text } =
    source.format === "csv" ? await csvCell(source, row, j) : await parquetCell(connection, source, row, j);
  const { name, type } = source.fields[j] ?? { name: `column ${j + 1}`, type: "string" };
  const shown = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
  return new Problem(
    "bad-dataset",
    `${source.shownAs}, ${place}, column "${name}": ${shown} is not ${expectations[type]}.`,
    `Correct the cell, or change the column's type in datapackage.json, or list ${shown} there under ` +
      "missingValues if it stands for a missing value.",
  );
}

interface Cell {
  /** Where it is for a reader of the file: `line 7`, or `row 6` where there are no lines. */
  readonly place: string;
  readonly text: string;
}

async function csvCell({ file, delimiter = "," }: TableSource, row: number, j: number): Promise<Cell> {
  let cell = { place: "", text: "" };
  let rowsLeft = row + 1;
  await forEachRecord(file, delimiter, ({ line, bytes }) => {
    if (rowsLeft-- > 0) return true;
    cell = { place: `line ${line}`, text: cellsOf(bytes, delimiter)[j] ?? "" };
    return false;
  });
  return cell;
}

async function parquetCell(
  connection: DuckDBConnection,
  source: TableSource,
  row: number,
  j: number,
): Promise<Cell> {
  const texts = await readTexts(connection, parquetRowQuery(source, row));
  return { place: `row ${row + 1}`, text: texts[j] ?? "" };
}

/** DuckDB's complaint about the file as a problem; null for any other error. */
export function unreadable(error: unknown, { shownAs, format }: TableSource): Problem | null {
  if (
    !(error instanceof Error) ||
    error instanceof Problem ||
    !/CSV|IO Error|Parquet|Invalid Input/i.test(error.message)
  )
    return null;
  const line = /on Line: (\d+)/.exec(error.message)?.[1];
  const where = line === undefined ? shownAs : `${shownAs}, line ${line},`;
  for (const [pattern, cause] of causes) {
    const found = pattern.exec(error.message);
    if (found)
      return new Problem("bad-dataset", `${where} ${found[0].replace(pattern, cause)}.`, "Correct the file.");
  }
  return new Problem(
    "bad-dataset",
    `${where} cannot be read as a table: ${error.message.split("\n")[0]}`,
    format === "csv"
      ? "It needs to be a CSV file with one delimiter, double quotes and one kind of line end."
      : "It needs to be a whole Parquet file.",
  );
}
