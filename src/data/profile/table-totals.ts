import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";

import type { Field } from "../package-schema.ts";
import type { Query } from "../query.ts";
import type { TableSource } from "../table-source.ts";
import { valuesQuery } from "../values-query.ts";
import { type ColumnQuery, type ColumnTotals, columnQuery } from "./column-totals.ts";
import { isTextType } from "./profile.ts";
import type { Sample } from "./sample.ts";
import { SampleBuilder } from "./sample-builder.ts";
import { sampleSql } from "./sample-sql.ts";
import { longestShown } from "./texts.ts";

/** What is known of a table before all of it is read. */
export interface Outlook {
  /** Its first rows. */
  readonly head: Sample;
  /** About how many rows it has. */
  readonly rows: number;
  /** About how many rows a sample should have. */
  readonly sampleRows: number;
}

/** What a pass over a table too large to be held tells. */
export interface TableTotals {
  readonly rows: number;
  readonly unreadableRows: number;
  /** An estimate. */
  readonly duplicateRows: number;
  readonly columns: readonly ColumnTotals[];
  /** Rows picked at random. */
  readonly sample: Sample;
}

/** How many columns are summed up in one pass; planning takes DuckDB longer with each. */
const COLUMNS_PER_PASS = 200;

/** About how many different values are counted to estimate how many there are, to within half a percent. */
const COUNTED = 2 ** 16;

/**
 * Sums up a table of any length, in memory for some of its rows.
 *
 * How many values, or rows, are different is estimated from those whose hash is a multiple of some number: all copies of
 * a value have the same hash, so that they are all picked, or none.
 */
export async function readTotals(
  connection: DuckDBConnection,
  source: TableSource,
  { head, rows, sampleRows }: Outlook,
): Promise<TableTotals> {
  const oneIn = 2 ** Math.max(0, Math.ceil(Math.log2(rows / COUNTED)));
  const columns = source.fields.map((field, i) => columnQuery(field, i, oneIn, head.columns[i]));
  const totals: ColumnTotals[] = [];
  await connection.run("PRAGMA enable_optimizer");
  const [first = [], ...others] = inParts(columns, COLUMNS_PER_PASS);
  const table = await readTable(connection, source, first, { oneIn, share: sampleRows / rows });
  for (const part of others) {
    const { sql, values } = totalsQuery(
      source,
      part,
      part.flatMap((column) => column.totals),
    );
    totals.push(...readColumns(part, (await (await connection.run(sql, values)).getRows())[0] ?? []));
  }
  return { ...table, columns: [...table.columns, ...totals] };
}

/** The first pass tells about rows as well, and picks some. */
async function readTable(
  connection: DuckDBConnection,
  source: TableSource,
  columns: readonly ColumnQuery[],
  { oneIn, share }: { oneIn: number; share: number },
): Promise<TableTotals> {
  const names = source.fields.map((_, i) => `v${i}`);
  const rowHash = `hash(${names})`;
  const rowTotals = [
    "count(*)",
    "count(bad)",
    `count(*) FILTER (${rowHash} % ${oneIn} = 0) - count(DISTINCT ${rowHash}) FILTER (${rowHash} % ${oneIn} = 0)`,
  ];
  const totals = [...rowTotals, ...columns.flatMap((column) => column.totals)].map(
    (sql, i) => `${sql} AS e${i}`,
  );
  const cells = source.fields.map(({ type }, i) => `v${i} := ${sampledCell(type, `v${i}`)}`);
  const sample = `list(struct_pack(${cells})) FILTER (random() < ${share}) AS sample`;
  const { sql, values } = totalsQuery(source, columns, [...totals, sample]);
  await connection.run(`CREATE TEMP TABLE totals AS ${sql}`, values);
  const row = await (await connection.run(`SELECT ${totals.map((_, i) => `e${i}`)} FROM totals`)).getRows();
  const [rows, unreadable, duplicates, ...columnValues] = row[0] ?? [];
  return {
    rows: Number(rows),
    unreadableRows: Number(unreadable),
    duplicateRows: Number(duplicates) * oneIn,
    columns: readColumns(columns, columnValues),
    sample: await readSample(connection, source),
  };
}

async function readSample(connection: DuckDBConnection, { fields }: TableSource): Promise<Sample> {
  const builder = new SampleBuilder(fields);
  const result = await connection.stream("SELECT unnest(sample, recursive := true) FROM totals");
  for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk())
    builder.add(chunk);
  return builder.build(false);
}

/** A long text is cut: a sample tells what is frequent, and that is not told apart by what comes so late. */
function sampledCell(type: Field["type"], value: string): string {
  return isTextType(type) ? `left(${value}, ${longestShown + 1})` : sampleSql(type, value);
}

function totalsQuery(source: TableSource, columns: readonly ColumnQuery[], totals: readonly string[]): Query {
  const { sql, values } = valuesQuery(source);
  const names = source.fields.map((_, i) => `v${i}`);
  const perRow = ["*", ...columns.flatMap((column) => column.perRow)];
  return { sql: `SELECT ${totals} FROM (SELECT ${perRow} FROM (${sql}) AS t(${names}, bad))`, values };
}

function readColumns(columns: readonly ColumnQuery[], values: readonly DuckDBValue[]): ColumnTotals[] {
  let from = 0;
  return columns.map(({ totals, read }) => {
    from += totals.length;
    return read(values.slice(from - totals.length, from));
  });
}

function inParts<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
