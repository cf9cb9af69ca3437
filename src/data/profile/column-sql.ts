import { isNumberType } from "../column.ts";
import type { Field } from "../package-schema.ts";

/**
 * The SQL for what the collector of a column takes.
 *
 * @param value the column as `valuesQuery` gives it
 */
export function columnSql(type: Field["type"], value: string): string {
  if (type === "string") return textSql(value);
  return type === "boolean" ? booleanSql(value) : numberSql(type, value);
}

/** The SQL for a column as a number, NaN where it is missing: the number itself, or seconds since 1970. */
function numberSql(type: Field["type"], value: string): string {
  const number = isNumberType(type) ? value : type === "date" ? dateSql(value) : datetimeSql(value);
  return `coalesce(${number}, 'NaN'::DOUBLE)`;
}

/** The SQL for a column of texts: its hash, its length in characters, −1 where it is missing, and the text. */
function textSql(value: string): string {
  return `hash(${value}), coalesce(length(${value}), -1)::INTEGER, ${value}`;
}

/** The SQL for a column of booleans: 1 for true, 0 for false, −1 where it is missing. */
function booleanSql(value: string): string {
  return `CASE ${value} WHEN 'true' THEN 1 WHEN 'false' THEN 0 ELSE -1 END::INTEGER`;
}

function dateSql(value: string): string {
  return `epoch(TRY_CAST(${value} AS DATE))`;
}

/** DuckDB reads no offset without seconds, and leaves one with them out of account. */
function datetimeSql(value: string): string {
  const minute = `epoch(TRY_CAST(left(${value}, 16) || ':00' AS TIMESTAMP))`;
  const seconds = `TRY_CAST(regexp_extract(${value}, '^.{16}:(\\d\\d(\\.\\d+)?)', 1) AS DOUBLE)`;
  const offset = `regexp_extract(${value}, '^.{16}.*([+-]\\d\\d:?\\d\\d)$', 1)`;
  const hours = `TRY_CAST(left(${offset}, 3) AS INTEGER)`;
  const minutes = `TRY_CAST(left(${offset}, 1) || right(${offset}, 2) AS INTEGER)`;
  return `${minute} + coalesce(${seconds}, 0) - coalesce(3600 * ${hours} + 60 * ${minutes}, 0)`;
}
