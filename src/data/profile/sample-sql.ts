import { isNumberType } from "../column.ts";
import type { Field } from "../package-schema.ts";
import { isTextType } from "./profile.ts";

/**
 * The SQL for a column of a sample: a number for all but texts, NaN where it is missing.
 *
 * @param value the column as `valuesQuery` gives it
 */
export function sampleSql(type: Field["type"], value: string): string {
  return isTextType(type) ? value : `coalesce(${numberSql(type, value)}, 'NaN'::DOUBLE)`;
}

/** The SQL for the number that stands for a value of `valuesQuery`: itself, or seconds since 1970. */
export function numberSql(type: Field["type"], value: string): string {
  if (isNumberType(type)) return value;
  if (type === "date") return `epoch(TRY_CAST(${value} AS DATE))`;
  // DuckDB reads no offset without seconds, and otherwise leaves it out of account.
  const local = `epoch(TRY_CAST(left(${value}, 16) AS TIMESTAMP))`;
  const seconds = `coalesce(TRY_CAST(regexp_extract(${value}, '^.{16}:(\\d\\d(\\.\\d+)?)', 1) AS DOUBLE), 0)`;
  const offset = `regexp_extract(${value}, '^.{16}.*([+-]\\d\\d):?\\d\\d$', 1)`;
  const minutes = `regexp_extract(${value}, '^.{16}.*([+-])\\d\\d:?(\\d\\d)$', 1) || right(${value}, 2)`;
  return `${local} + ${seconds} - coalesce(3600 * TRY_CAST(${offset} AS INTEGER) + 60 * TRY_CAST(${minutes} AS INTEGER), 0)`;
}
