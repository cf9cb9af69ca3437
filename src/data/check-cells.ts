import type { DuckDBConnection } from "@duckdb/node-api";
import * as v from "valibot";

import { type CellCheck, constraintChecks } from "./constraints.ts";
import type { Field } from "./package-schema.ts";
import { type Bind, query } from "./query.ts";
import type { TableSource } from "./table-source.ts";
import { expectations, typedCells } from "./typed-cells.ts";

/** A fault in the value of a cell. */
export interface CellFault {
  /** Counted from 0. */
  readonly row: number;
  readonly column: string;
  readonly what: string;
}

export interface CellsCheck {
  /** In the order of the rows. */
  readonly faults: readonly CellFault[];
  readonly count: number;
}

const MOST_CHARACTERS = 60;

/** The time to plan a query grows with the square of its columns. */
const COLUMNS_AT_ONCE = 100;
const CHECKS_AT_ONCE = 20;

/**
 * Finds every cell that is not of its field's type, or not as its field's constraints ask: one pass for each hundred
 * columns counts the faults, and one for each twenty checks that failed finds the first.
 *
 * @param key the fields that must have a value in each row, because they tell rows apart
 * @param most so many are listed, the first ones; all are counted
 */
export async function checkCells(
  connection: DuckDBConnection,
  source: TableSource,
  key: readonly string[],
  most: number,
): Promise<CellsCheck> {
  const faults: CellFault[] = [];
  let count = 0;
  for (let from = 0; from < source.fields.length; from += COLUMNS_AT_ONCE) {
    const counts = await countFaults(connection, source, key, from);
    count += counts.reduce((sum, number) => sum + number, 0);
    const failed = counts.flatMap((number, k) => (number > 0 ? k : []));
    for (let i = 0; i < failed.length; i += CHECKS_AT_ONCE) {
      const chosen = new Set(failed.slice(i, i + CHECKS_AT_ONCE));
      faults.push(...(await findFaults(connection, source, key, from, chosen, most)));
    }
  }
  return { faults: faults.toSorted((one, other) => one.row - other.row).slice(0, most), count };
}

interface ColumnCheck extends CellCheck {
  readonly column: string;
  /** The name of the cell's text in `typedCells`. */
  readonly text: string;
}

/** How many cells each check of some columns fails. */
async function countFaults(
  connection: DuckDBConnection,
  source: TableSource,
  key: readonly string[],
  from: number,
): Promise<number[]> {
  const checks = checksFrom(source, key, from);
  if (checks.length === 0) return [];
  const { sql, values } = query((bind) => {
    const counts = checks.map(({ isBroken }) => `coalesce(count_if(${isBroken(bind)}), 0)`);
    return `SELECT [${counts}]::DOUBLE[] FROM ${cellsFrom(source, from, bind)}`;
  });
  const [[counts] = []] = await (await connection.run(sql, values)).getRowsJson();
  return v.parse(v.array(v.number()), counts);
}

/**
 * The first faults that some checks of some columns find.
 *
 * @param chosen the checks' places
 */
async function findFaults(
  connection: DuckDBConnection,
  source: TableSource,
  key: readonly string[],
  from: number,
  chosen: ReadonlySet<number>,
  most: number,
): Promise<CellFault[]> {
  const checks = checksFrom(source, key, from).filter((_, k) => chosen.has(k));
  const { sql, values } = query((bind) => {
    const texts = checks.map(
      ({ isBroken, text }) =>
        `CASE WHEN ${isBroken(bind)} THEN coalesce('t' || left(${text}, ${MOST_CHARACTERS + 1}), '') END`,
    );
    return `SELECT n, [${texts}] FROM (SELECT *, (row_number() OVER () - 1)::DOUBLE AS n FROM ${cellsFrom(source, from, bind)})
      WHERE list_contains([${checks.map(({ isBroken }) => isBroken(bind))}], true) LIMIT ${most}`;
  });
  const rows = await (await connection.run(sql, values)).getRowsJson();
  return v.parse(foundSchema, rows).flatMap(([row, texts]) =>
    checks.flatMap(({ column, needed }, k) => {
      const text = texts[k] ?? null;
      return text === null ? [] : { row, column, what: `needs ${needed}, got ${shown(text)}` };
    }),
  );
}

/** Rows with a fault: the row, and for each check t and the beginning of the cell's text, null where it has not failed. */
const foundSchema = v.array(v.tuple([v.number(), v.array(v.nullable(v.string()))]));

function cellsFrom(source: TableSource, from: number, bind: Bind): string {
  return typedCells(source, bind, from, from + COLUMNS_AT_ONCE);
}

function checksFrom(source: TableSource, key: readonly string[], from: number): ColumnCheck[] {
  return source.fields
    .slice(from, from + COLUMNS_AT_ONCE)
    .flatMap((field, j) => checksOf(field, from + j, key));
}

function checksOf(field: Field, i: number, key: readonly string[]): ColumnCheck[] {
  const checks = [...typeChecks(field, i), ...constraintChecks(field, i), ...keyChecks(field, i, key)];
  return checks.map((check) => ({ ...check, column: field.name, text: `t${i}` }));
}

function typeChecks({ type }: Field, i: number): CellCheck[] {
  return type === "string" ? [] : [{ isBroken: () => `b${i}`, needed: expectations[type] }];
}

function keyChecks({ name, constraints }: Field, i: number, key: readonly string[]): CellCheck[] {
  if (!key.includes(name) || constraints?.required === true) return [];
  return [{ isBroken: () => `t${i} IS NULL`, needed: "a value, as a part of the primary key" }];
}

function shown(found: string): string {
  if (found === "") return "none";
  const text = found.slice(1);
  return JSON.stringify(text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text);
}
