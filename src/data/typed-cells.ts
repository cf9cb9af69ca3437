import { csvRows, csvText } from "./csv-query.ts";
import type { Field } from "./package-schema.ts";
import { parquetRows, parquetText } from "./parquet-query.ts";
import type { Bind } from "./query.ts";
import type { TableSource } from "./table-source.ts";

/** What a cell of each type must hold. */
export const expectations = {
  number: "a finite number",
  integer: `a whole number within ±${Number.MAX_SAFE_INTEGER}`,
  string: "text",
  boolean: "one of the data package's words for true and false",
  date: "a date as in 2024-05-31",
  datetime: "a time as in 2024-05-31T23:59:00",
} as const;

/**
 * A relation of all cells, for use after FROM: for each field `i` its text `t<i>`, NULL where the value is missing;
 * `x<i>`, what the text stands for, if it has a meaning (numbers a DOUBLE, truth a BOOLEAN, dates and times their DATE,
 * text itself); and `b<i>`, whether the text is not of the field's type, NULL where there is none.
 *
 * Each cell is read as text and then turned into its type, since DuckDB's own typing takes 2.5 for the integer 2,
 * 0x10 for 16 and 1_000 for 1000. One step a level, because the optimiser, which would find what is asked for twice,
 * is off (see `readColumns`).
 *
 * @param from the first field, and
 * @param to the one after the last, where not all are wanted
 */
export function typedCells(source: TableSource, bind: Bind, from = 0, to = source.fields.length): string {
  const fields = [...source.fields.entries()].slice(from, to);
  const texts = fields.map(([i, field]) => `${textOf(field, `c${i}`, source, bind)} AS t${i}`);
  const meanings = fields.map(([i, field]) => `${meaningOf(field, `t${i}`, bind)} AS x${i}`);
  const faults = fields.map(([i, field]) => `${isBad(field, `t${i}`, `x${i}`)} AS b${i}`);
  const rows = source.format === "csv" ? csvRows(source, bind) : parquetRows(source, bind);
  return `(SELECT *, ${faults} FROM (SELECT *, ${meanings} FROM (SELECT ${texts} FROM ${rows})))`;
}

/** The position of the first field whose cell is bad, NULL if none is, in a row of `typedCells`. */
export function firstBad({ fields }: TableSource): string {
  return `CASE ${fields.map((_, i) => `WHEN b${i} THEN ${i}`).join(" ")} END`;
}

/** A cell's text, or NULL where it stands for a missing value. */
function textOf(field: Field, cell: string, source: TableSource, bind: Bind): string {
  const codes = field.missingValues ?? source.missingValues;
  return source.format === "csv" ? csvText(cell, codes, source, bind) : parquetText(cell, codes, bind);
}

function meaningOf(field: Field, text: string, bind: Bind): string {
  switch (field.type) {
    case "number":
    case "integer":
      return `TRY_CAST(${text} AS DOUBLE)`;
    case "boolean": {
      const { trueValues = ["true", "True", "TRUE", "1"], falseValues = ["false", "False", "FALSE", "0"] } =
        field;
      return `CASE WHEN ${isOneOf(text, trueValues, bind)} THEN true WHEN ${isOneOf(text, falseValues, bind)} THEN false END`;
    }
    case "date":
      return `TRY_CAST(${text} AS DATE)`;
    case "datetime":
      return `TRY_CAST(left(${text}, 10) AS DATE)`;
    case "string":
      return text;
  }
}

function isBad({ type }: Field, text: string, meaning: string): string {
  const isThere = `${text} IS NOT NULL`;
  const hasNone = `${meaning} IS NULL`;
  switch (type) {
    case "string":
      return "false";
    case "boolean":
      return `${isThere} AND ${hasNone}`;
    case "number":
      // Infinity and NaN are greater than every bound.
      return `${isThere} AND (${hasNone} OR abs(${meaning}) > ${Number.MAX_VALUE} OR contains(${text}, '_'))`;
    case "integer":
      // Beyond 2⁵³ − 1 neighbouring integers become one.
      return `${isThere} AND (${hasNone} OR abs(${meaning}) > ${Number.MAX_SAFE_INTEGER}
        OR ${meaning} <> trunc(${meaning}) OR contains(${text}, '_') OR ${losesFraction(text)})`;
    case "date":
      // A date that is written in another way comes back in this one.
      return `${isThere} AND (${hasNone} OR strlen(${text}) <> 10 OR ${meaning}::VARCHAR <> ${text})`;
    case "datetime":
      return `${isThere} AND (${hasNone} OR NOT regexp_full_match(${text}, '${DATE_TIME}'))`;
  }
}

const DATE_TIME =
  "\\d{4}-\\d{2}-\\d{2}[T ]([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?";

/**
 * Whether a number's text may have a fraction that its double is too coarse to show, as 0.99999999999999999999 has. One
 * with a fraction has no more than 17 characters before its trailing zeros and exponent, or it may be such a one.
 */
function losesFraction(text: string): string {
  // CASE and not AND, which asks every question of every cell.
  return `CASE WHEN strlen(${text}) <= 17 THEN false
    WHEN regexp_matches(${text}, '[.eE]') THEN strlen(regexp_replace(${text}, '0*([eE].*)?$', '')) > 17 ELSE false END`;
}

function isOneOf(text: string, codes: readonly string[], bind: Bind): string {
  return codes.length === 0 ? "false" : `${text} IN (${codes.map(bind)})`;
}
