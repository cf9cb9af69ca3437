import type { DuckDBConnection } from "@duckdb/node-api";

import type { Field } from "../package-schema.ts";
import { type Query, query } from "../query.ts";
import type { TableSource } from "../table-source.ts";
import { firstBad, typedCells } from "../typed-cells.ts";
import { doublesOf } from "../vectors.ts";
import { BooleanCollector } from "./collect-booleans.ts";
import { NumberCollector } from "./collect-numbers.ts";
import { TextCollector } from "./collect-texts.ts";
import { columnSql } from "./column-sql.ts";
import { DistinctCounter } from "./distinct-counter.ts";
import { hashesOf } from "./hashes.ts";
import { RowSampler } from "./row-sampler.ts";
import type { Sample } from "./sample.ts";

/** How much to keep. */
export interface Limits {
  /** How many rows are kept at most, and how many different values are told apart in a column. */
  readonly most: number;
  /** About how many rows there are. */
  readonly expected: number;
}

/** In a table of which only some rows are kept, an error of half a percent will do. */
const ENOUGH_DISTINCT = 2 ** 15;

/**
 * Reads a table once, and keeps as many of its rows as may be kept.
 *
 * @param onRows told how many rows have been read
 */
export async function readSample(
  connection: DuckDBConnection,
  source: TableSource,
  { most, expected }: Limits,
  onRows: (rows: number) => void,
): Promise<Sample> {
  const sampler = new RowSampler(most, expected);
  const mostDistinct = sampler.isWhole ? most : Math.min(most, ENOUGH_DISTINCT);
  const distinctRows = new DistinctCounter(mostDistinct);
  const collectors = source.fields.map((field) => collectorFor(field, mostDistinct));
  let unreadableRows = 0;
  // A plain scan leaves nothing to optimise, and the time to find that out grows with the square of the columns.
  await connection.run("PRAGMA disable_optimizer");
  // While one part is looked at, DuckDB reads the next.
  await connection.run("SET streaming_buffer_size = '32MB'");
  const { sql, values } = sampleQuery(source);
  const result = await connection.stream(sql, values);
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
    const chosen = sampler.choose(chunk.rowCount);
    let j = 0;
    for (const collector of collectors) {
      collector.add(chunk, j, chosen);
      j += collector.width;
    }
    const hashes = hashesOf(chunk.getColumnVector(j));
    for (let i = 0; i < hashes.length; i += 2) distinctRows.add(hashes[i] ?? 0, hashes[i + 1] ?? 0);
    for (const isUnreadable of doublesOf(chunk.getColumnVector(j + 1))) unreadableRows += isUnreadable;
    const stays = sampler.thin();
    if (stays) for (const collector of collectors) collector.thin(stays);
    onRows(sampler.rows);
  }
  return {
    ...{ tableRows: sampler.rows, isWhole: sampler.isWhole, rows: sampler.kept, unreadableRows },
    distinctRows: distinctRows.measure(sampler.rows),
    columns: collectors.map((collector) => collector.finish()),
  };
}

function collectorFor(field: Field, mostDistinct: number) {
  if (field.type === "string") return new TextCollector(field, mostDistinct);
  return field.type === "boolean" ? new BooleanCollector(field) : new NumberCollector(field, mostDistinct);
}

/** Asks for what the collectors take, then a hash of the row, and 1 if it has an unreadable cell or else 0. */
function sampleQuery(source: TableSource): Query {
  const columns = source.fields.map(({ type }, i) => columnSql(type, i));
  // A time's meaning is its day; what tells two of them apart is the text.
  const cells = source.fields.map(({ type }, i) => (type === "datetime" ? `t${i}` : `x${i}`));
  const isUnreadable = `(${firstBad(source)} IS NOT NULL)::DOUBLE`;
  return query(
    (bind) => `SELECT ${columns}, hash(${cells}), ${isUnreadable} FROM ${typedCells(source, bind)}`,
  );
}
