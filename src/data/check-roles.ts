import type { DuckDBConnection } from "@duckdb/node-api";

import type { TableFault } from "./check-table.ts";
import { withDuckDB } from "./duckdb.ts";
import type { DataPackage } from "./package-schema.ts";
import { query } from "./query.ts";
import type { TableSource } from "./table-source.ts";
import { typedCells } from "./typed-cells.ts";

/** How many rows have a value in a column, and how many different ones. */
interface Spread {
  readonly values: number;
  readonly distinct: number;
}

/**
 * Tells which roles that the data package gives to columns do not hold in the data: a target without a value, with one
 * class or one number; a single group; a time that is never told.
 *
 * @param source a file without fault
 */
export async function checkRoles(source: TableSource, { groundwork }: DataPackage): Promise<TableFault[]> {
  const { task, target, groups = [], time } = groundwork;
  return withDuckDB(async (connection) => {
    await connection.run("PRAGMA disable_optimizer");
    const faults: TableFault[] = [];
    const check = async (column: string, say: (spread: Spread) => string | null) => {
      const i = source.fields.findIndex(({ name }) => name === column);
      const what = say(await spreadOf(connection, source, i));
      if (what !== null) faults.push({ line: undefined, column, what });
    };
    if (target !== undefined) await check(target, (spread) => targetFault(spread, task));
    for (const group of groups) {
      await check(group, ({ distinct }) =>
        distinct > 1 ? null : `needs two groups or more, got ${distinct}`,
      );
    }
    if (time !== undefined)
      await check(time, ({ values }) => (values > 0 ? null : "is the time, and is always missing"));
    return faults;
  });
}

function targetFault({ values, distinct }: Spread, task: string): string | null {
  if (values === 0) return "is the target, and is always missing";
  if (distinct > 1) return null;
  if (task === "classification") return "is the target, and needs two classes or more, got 1";
  return task === "regression" ? "is the target, and has the same value in each row" : null;
}

async function spreadOf(connection: DuckDBConnection, source: TableSource, i: number): Promise<Spread> {
  const { sql, values } = query(
    (bind) =>
      `SELECT count(x${i})::DOUBLE, count(DISTINCT x${i})::DOUBLE FROM ${typedCells(source, bind, i, i + 1)}`,
  );
  const [counts = []] = await (await connection.run(sql, values)).getRows();
  return { values: Number(counts[0]), distinct: Number(counts[1]) };
}
