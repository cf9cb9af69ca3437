import { isNumberType } from "./column.ts";
import { csvRows, csvText } from "./csv-query.ts";
import type { Field } from "./package-schema.ts";
import { parquetRows, parquetText } from "./parquet-query.ts";
import { type Bind, type Query, query } from "./query.ts";
import type { TableSource } from "./table-source.ts";

/**
 * Asks for the typed values of all rows: a column v0, v1, … for each field, NULL where a value is missing, and last the
 * position of the first field whose cell is not of its type, or NULL if all are.
 *
 * Each cell is read as text and then turned into its type, since DuckDB's own typing takes 2.5 for the integer 2,
 * 0x10 for 16 and 1_000 for 1000.
 */
export function valuesQuery(source: TableSource): Query {
  return query((bind) => {
    const texts = source.fields.map((field, i) => `${textOf(field, `c${i}`, source, bind)} AS t${i}`);
    const values = source.fields.map((field, i) => `${typedOf(field, `t${i}`, bind)} AS v${i}`);
    const results = source.fields.map((_, i) => `v${i}`);
    const bad = source.fields.map((_, i) => `WHEN t${i} IS NOT NULL AND v${i} IS NULL THEN ${i}`);
    const rows = source.format === "csv" ? csvRows(source, true, bind) : parquetRows(source, bind);
    return `SELECT ${results}, CASE ${bad.join(" ")} END
      FROM (SELECT *, ${values} FROM (SELECT ${texts} FROM ${rows}))`;
  });
}

/** A cell's text, or NULL where it stands for a missing value. */
function textOf(field: Field, cell: string, source: TableSource, bind: Bind): string {
  const codes = field.missingValues ?? source.missingValues;
  const text = source.format === "csv" ? csvText(cell) : parquetText(cell);
  return `CASE WHEN ${isOneOf(text, codes, bind)} THEN NULL ELSE ${text} END`;
}

/** A cell's value, or NULL where the text is not of the field's type. */
function typedOf(field: Field, text: string, bind: Bind): string {
  if (isNumberType(field.type)) return numberOf(text, field.type === "integer");
  switch (field.type) {
    case "boolean": {
      const { trueValues = ["true", "True", "TRUE", "1"], falseValues = ["false", "False", "FALSE", "0"] } =
        field;
      return `CASE WHEN ${isOneOf(text, trueValues, bind)} THEN 'true' WHEN ${isOneOf(text, falseValues, bind)} THEN 'false' END`;
    }
    case "date":
      return `CASE WHEN ${beginsWithDay(text, DAY)} THEN ${text} END`;
    case "datetime":
      return `CASE WHEN ${beginsWithDay(text, `${DAY}[T ]${TIME}`)} THEN ${text} END`;
    default:
      return text;
  }
}

function numberOf(text: string, whole: boolean): string {
  const number = `TRY_CAST(${text} AS DOUBLE)`;
  // Beyond 2⁵³ − 1 neighbouring integers become one; infinity and NaN are greater than every bound.
  const isKept = whole
    ? `${number} = trunc(${number}) AND abs(${number}) <= ${Number.MAX_SAFE_INTEGER}`
    : `abs(${number}) <= ${Number.MAX_VALUE}`;
  return `CASE WHEN NOT contains(${text}, '_') AND ${isKept} THEN ${number} END`;
}

const DAY = "\\d{4}-\\d{2}-\\d{2}";
const TIME = "([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?";

/** Whether a text is as the pattern says and begins with a day that there is. */
function beginsWithDay(text: string, pattern: string): string {
  return `regexp_full_match(${text}, '${pattern}') AND TRY_CAST(left(${text}, 10) AS DATE) IS NOT NULL`;
}

function isOneOf(text: string, codes: readonly string[], bind: Bind): string {
  return codes.length === 0 ? "false" : `${text} IN (${codes.map(bind)})`;
}
