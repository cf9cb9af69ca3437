import type { DuckDBConnection } from "@duckdb/node-api";

import type { TableSource } from "../table-source.ts";
import { valuesQuery } from "../values-query.ts";
import type { Sample } from "./sample.ts";
import { SampleBuilder } from "./sample-builder.ts";
import { sampleSql } from "./sample-sql.ts";

/** The first rows of a table, all of them if the sample is whole. */
export interface FirstRows {
  readonly sample: Sample;
  readonly unreadableRows: number;
  readonly duplicateRows: number;
}

/** More characters of text than this are not held at once. */
const MOST_CHARACTERS = 2 ** 27;

/**
 * Reads rows from the beginning of a table until there are no more, or enough of them.
 *
 * @param onRows told how many rows have been read
 */
export async function readRows(
  connection: DuckDBConnection,
  source: TableSource,
  enough: number,
  onRows: (rows: number) => void,
): Promise<FirstRows> {
  const builder = new SampleBuilder(source.fields);
  const hashes: BigUint64Array[] = [];
  let unreadableRows = 0;
  const { sql, values } = rowsQuery(source);
  // A plain scan leaves nothing to optimise, and the time to find that out grows with the square of the columns.
  await connection.run("PRAGMA disable_optimizer");
  const result = await connection.stream(sql, values);
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
    const isEnough = builder.rows + chunk.rowCount > enough || builder.characters > MOST_CHARACTERS;
    if (isEnough && builder.rows > 0) return firstRows(builder.build(false), hashes, unreadableRows);
    builder.add(chunk);
    hashes.push(wholeNumbers(chunk.getColumnVector(source.fields.length)));
    unreadableRows += chunk
      .getColumnValues(source.fields.length + 1)
      .reduce<number>((count, bad) => (bad === null ? count : count + 1), 0);
    onRows(builder.rows);
  }
  return firstRows(builder.build(true), hashes, unreadableRows);
}

/** Asks for a sample's columns, then a hash of the row and the position of its first unreadable cell. */
function rowsQuery(source: TableSource) {
  const { sql, values } = valuesQuery(source);
  const names = source.fields.map((_, i) => `v${i}`);
  const columns = source.fields.map(({ type }, i) => sampleSql(type, `v${i}`));
  return {
    sql: `SELECT ${columns}, hash(${names}), bad FROM (${sql}) AS t(${names}, bad)`,
    values,
  };
}

/** Unsigned 64-bit integers as they lie in memory. */
function wholeNumbers(vector: object): BigUint64Array {
  if ("items" in vector && vector.items instanceof BigUint64Array) return vector.items.slice();
  throw new TypeError("A hash of DuckDB's is an unsigned 64-bit integer.");
}

function firstRows(sample: Sample, hashes: readonly BigUint64Array[], unreadableRows: number): FirstRows {
  const sorted = new BigUint64Array(sample.rows);
  let from = 0;
  for (const part of hashes) {
    sorted.set(part, from);
    from += part.length;
  }
  sorted.sort();
  // Two different rows share a hash of 64 bits once in many millions of tables.
  const duplicateRows = sorted.reduce(
    (count, hash, i) => (i > 0 && hash === sorted[i - 1] ? count + 1 : count),
    0,
  );
  return { sample, unreadableRows, duplicateRows };
}
