import type { DuckDBConnection, DuckDBDataChunk } from "@duckdb/node-api";

import type { Field } from "../package-schema.ts";
import { type Query, query } from "../query.ts";
import type { TableSource } from "../table-source.ts";
import { typedCells } from "../typed-cells.ts";
import { BooleanCollector } from "./collect-booleans.ts";
import { NumberCollector } from "./collect-numbers.ts";
import { TextCollector } from "./collect-texts.ts";
import { columnSql } from "./column-sql.ts";
import { RowSampler } from "./row-sampler.ts";
import { RowTally } from "./row-tally.ts";
import type { Sample, SampleColumn } from "./sample.ts";
import { hashesOf } from "./whole-vectors.ts";

/** How much to keep. */
export interface Limits {
  /** How many rows are kept at most, and how many different values are told apart in a column. */
  readonly most: number;
  /** About how many rows there are. */
  readonly expected: number;
}

type Collector = BooleanCollector | NumberCollector | TextCollector;

/** In a table of which only some rows are kept, an error of one percent will do. */
const ENOUGH_DISTINCT = 2 ** 14;

/** Of more columns, so many are read at a time: planning takes DuckDB longer with the square of their number. */
const COLUMNS_AT_ONCE = 200;

/** DuckDB's optimiser pays off up to so many columns; the time that it takes grows with the square of their number. */
const FEW_COLUMNS = 50;

/**
 * Reads a table, and keeps as many of its rows as may be kept.
 *
 * @param onProgress told which share of the work is done
 */
export async function readSample(
  connection: DuckDBConnection,
  source: TableSource,
  { most, expected }: Limits,
  onProgress: (share: number) => void,
): Promise<Sample> {
  const nParts = Math.ceil(source.fields.length / COLUMNS_AT_ONCE);
  const columns: SampleColumn[] = [];
  let sampler = new RowSampler(most, expected);
  const mostDistinct = sampler.isWhole ? most : Math.min(most, ENOUGH_DISTINCT);
  const tally = new RowTally(nParts, mostDistinct);
  // While one chunk is looked at, DuckDB makes the next ones.
  await connection.run("SET streaming_buffer_size = '32MB'");
  await connection.run(`PRAGMA ${source.fields.length > FEW_COLUMNS ? "disable" : "enable"}_optimizer`);
  for (let part = 0; part < nParts; part++) {
    // Which rows are chosen depends on their numbers alone, and so is the same for each part.
    if (part > 0) sampler = new RowSampler(most, expected);
    if (part > 0) tally.nextPart();
    const from = part * COLUMNS_AT_ONCE;
    const fields = source.fields.slice(from, from + COLUMNS_AT_ONCE);
    const collectors = fields.map((field) => collectorFor(field, mostDistinct));
    await forEachChunk(connection, partQuery(source, from, fields), (chunk) => {
      collect(chunk, collectors, sampler, tally);
      onProgress((part + Math.min(1, sampler.rows / expected)) / nParts);
    });
    for (const collector of collectors) columns.push(collector.finish());
  }
  const { rows: tableRows, kept: rows, isWhole } = sampler;
  return { tableRows, rows, isWhole, ...tally.finish(), columns };
}

async function forEachChunk(
  connection: DuckDBConnection,
  { sql, values }: Query,
  onChunk: (chunk: DuckDBDataChunk) => void,
): Promise<void> {
  const result = await connection.stream(sql, values);
  for (let next = result.fetchChunk(), chunk = await next; chunk?.rowCount; chunk = await next) {
    next = result.fetchChunk();
    onChunk(chunk);
  }
}

function collect(
  chunk: DuckDBDataChunk,
  collectors: readonly Collector[],
  sampler: RowSampler,
  tally: RowTally,
): void {
  const chosen = sampler.choose(chunk.rowCount);
  let j = 0;
  for (const collector of collectors) {
    collector.add(chunk, j, chosen);
    j += collector.width;
  }
  tally.add(hashesOf(chunk.getColumnVector(j)));
  const stays = sampler.thin();
  if (stays) for (const collector of collectors) collector.thin(stays);
}

function collectorFor(field: Field, mostDistinct: number): Collector {
  if (field.type === "string") return new TextCollector(field, mostDistinct);
  return field.type === "boolean" ? new BooleanCollector(field) : new NumberCollector(field, mostDistinct);
}

/**
 * Asks for what the collectors of some fields take, then a hash of their part of the row, whose last bit says whether a
 * cell in it is unreadable.
 */
function partQuery(source: TableSource, from: number, fields: readonly Field[]): Query {
  const columns = fields.map(({ type }, i) => columnSql(type, from + i));
  // A time's meaning is its day; what tells two of them apart is the text.
  const cells = fields.map(({ type }, i) => (type === "datetime" ? `t${from + i}` : `x${from + i}`));
  const isUnreadable = `CASE ${fields.map((_, i) => `WHEN b${from + i} THEN 1`).join(" ")} ELSE 0 END::UBIGINT`;
  const hash = `hash(${cells}) & ${2n ** 64n - 2n}::UBIGINT | ${isUnreadable}`;
  return query(
    (bind) => `SELECT ${columns}, ${hash} FROM ${typedCells(source, bind, from, from + fields.length)}`,
  );
}
