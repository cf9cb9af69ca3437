import type { DuckDBConnection } from "@duckdb/node-api";

import { checkCells } from "./check-cells.ts";
import { findRepeats } from "./check-repeats.ts";
import type { Field } from "./package-schema.ts";
import type { TableSource } from "./table-source.ts";

/** A fault in a row of a table that can be read. */
export interface RowFault {
  /** Counted from 0; undefined where it is in the data package. */
  readonly row: number | undefined;
  readonly column: string | undefined;
  readonly what: string;
  /** The row that has the same values. */
  readonly firstRow?: number;
}

/**
 * Finds the cells that are not of their type or break a constraint, and the keys and unique values that repeat.
 *
 * @param source whose every record is a row
 * @param most so many faults of each kind are listed, the first ones; all are counted
 */
export async function checkRows(
  connection: DuckDBConnection,
  source: TableSource,
  primaryKey: readonly string[],
  most: number,
): Promise<{ faults: RowFault[]; count: number }> {
  const patterns = await checkPatterns(connection, source.fields);
  const readable = { ...source, fields: patterns.fields };
  const cells = await checkCells(connection, readable, primaryKey, most);
  const faults: RowFault[] = [...patterns.faults, ...cells.faults];
  let count = patterns.faults.length + cells.count;
  for (const columns of uniqueColumns(source.fields, primaryKey)) {
    const found = await findRepeats(connection, readable, columns, most);
    const names = columns.map((i) => source.fields[i]?.name);
    const what =
      names.length === 1
        ? "needs a value of its own"
        : `needs values of its own in ${names.join(", ")} together`;
    faults.push(...found.repeats.map((repeat) => ({ ...repeat, column: names[0], what })));
    count += found.count;
  }
  return { faults, count };
}

/** The places of the columns that must differ from row to row: the primary key's together, others by themselves. */
function uniqueColumns(fields: readonly Field[], primaryKey: readonly string[]): number[][] {
  const placeOf = (name: string) => fields.findIndex((field) => field.name === name);
  const key = primaryKey.map(placeOf);
  const alone = fields.flatMap(({ constraints }, i) => (constraints?.unique === true ? [[i]] : []));
  const hasKey =
    key.length > 0 && !key.includes(-1) && !alone.some(([i]) => key.length === 1 && i === key[0]);
  return hasKey ? [key, ...alone] : alone;
}

/** Leaves out the patterns that DuckDB's regular expressions cannot say, as those that look ahead. */
async function checkPatterns(connection: DuckDBConnection, fields: readonly Field[]) {
  const faults: RowFault[] = [];
  const kept: Field[] = [];
  for (const field of fields) {
    const { pattern, ...others } = field.constraints ?? {};
    const error = typeof pattern === "string" ? await errorOf(connection, pattern) : null;
    if (error === null) kept.push(field);
    else {
      kept.push({ ...field, constraints: others });
      const what = `has a pattern in datapackage.json that cannot be checked, /${pattern}/: ${error}`;
      faults.push({ row: undefined, column: field.name, what });
    }
  }
  return { fields: kept, faults };
}

async function errorOf(connection: DuckDBConnection, pattern: string): Promise<string | null> {
  return connection.run("SELECT regexp_full_match('', $1)", [pattern]).then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}
