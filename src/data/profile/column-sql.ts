import type { Field } from "../package-schema.ts";
import { longestShown } from "./texts.ts";

/** The SQL for what the collector of column `i` takes of a row of `typedCells`; a cell not of its type is missing. */
export function columnSql(type: Field["type"], i: number): string {
  const value = `CASE WHEN NOT b${i} THEN x${i} END`;
  switch (type) {
    case "number":
    case "integer":
      return orNaN(value);
    case "boolean":
      return `coalesce((${value})::INTEGER, -1)`;
    case "date":
      return orNaN(`${SECONDS_PER_DAY} * (${value} - DATE '1970-01-01')`);
    case "datetime":
      return orNaN(`CASE WHEN NOT b${i} THEN ${secondsSql(`t${i}`)} END`);
    case "string":
      return `hash(x${i}), coalesce(length(x${i}), -1)::INTEGER, encode(${shortened(`x${i}`)})`;
  }
}

/** A text of more characters may not be taken over as a whole. */
export const longText = 200;

/** A text of more bytes never is; it has more than `longText` characters. */
const LONG_BYTES = 1000;

/** A long text's beginning, from which can be seen that it is one. */
function shortened(text: string): string {
  return `CASE WHEN strlen(${text}) > ${LONG_BYTES} THEN left(${text}, ${longestShown + 1}) ELSE ${text} END`;
}

const SECONDS_PER_DAY = 86_400;

function orNaN(number: string): string {
  return `coalesce((${number})::DOUBLE, 'NaN'::DOUBLE)`;
}

/**
 * Seconds since 1970 of a time as text. DuckDB reads no offset behind minutes, and leaves one behind seconds out of
 * account, so that minutes, seconds and offset are read one by one.
 */
function secondsSql(text: string): string {
  const minute = `epoch(TRY_CAST(left(${text}, 16) || ':00' AS TIMESTAMP))`;
  const seconds = `TRY_CAST(regexp_extract(${text}, '^.{16}:(\\d\\d(\\.\\d+)?)', 1) AS DOUBLE)`;
  const offset = `regexp_extract(${text}, '^.{16}.*([+-]\\d\\d:?\\d\\d)$', 1)`;
  const hours = `TRY_CAST(left(${offset}, 3) AS INTEGER)`;
  const minutes = `TRY_CAST(left(${offset}, 1) || right(${offset}, 2) AS INTEGER)`;
  return `${minute} + coalesce(${seconds}, 0) - coalesce(3600 * ${hours} + 60 * ${minutes}, 0)`;
}
