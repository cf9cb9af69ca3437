import { isNumberType } from "./column.ts";
import type { Field } from "./package-schema.ts";

/** A CSV file and how the data package describes it. */
export interface CsvSource {
  /** Where the file is. */
  readonly file: string;
  /** How to call it in a complaint: `datasets/wine/data.csv`. */
  readonly shownAs: string;
  readonly fields: readonly Field[];
  /** The texts that stand for a missing value, where a field does not name its own. */
  readonly missingValues: readonly string[];
}

/** A statement for DuckDB and the values of its parameters $1, $2, … */
export interface Query {
  readonly sql: string;
  readonly values: string[];
}

/**
 * What `nullstr` takes as NULL. DuckDB insists on some text, or else every empty cell is NULL; a cell that does
 * hold this one gets it back.
 */
const NULL_CODE = "\u0001";

/** Puts a value among the parameters and gives the parameter's name. */
type Bind = (value: string) => string;

/** Asks for the cells of one record as text, the header being record 0. */
export function recordQuery(source: CsvSource, record: number): Query {
  return query((bind) => `SELECT * FROM ${readCsv(source, false, bind)} LIMIT 1 OFFSET ${record}`);
}

/**
 * Asks for the typed values of all rows: a column for each field, NULL where a value is missing, and last the
 * position of the first field whose cell is not of its type, or NULL if all are.
 *
 * Each cell is read as text and then turned into its type, since DuckDB's own typing takes 2.5 for the integer 2,
 * 0x10 for 16 and 1_000 for 1000.
 */
export function valuesQuery(source: CsvSource): Query {
  return query((bind) => {
    const texts = source.fields.map((field, i) => `${textOf(field, `c${i}`, source, bind)} AS t${i}`);
    const values = source.fields.map((field, i) => `${typedOf(field, `t${i}`, bind)} AS v${i}`);
    const results = source.fields.map((_, i) => `v${i}`);
    const bad = source.fields.map((_, i) => `WHEN t${i} IS NOT NULL AND v${i} IS NULL THEN ${i}`);
    return `SELECT ${results}, CASE ${bad.join(" ")} END
      FROM (SELECT *, ${values} FROM (SELECT ${texts} FROM ${readCsv(source, true, bind)}))`;
  });
}

function query(write: (bind: Bind) => string): Query {
  const values: string[] = [];
  const sql = write((value) => {
    if (!values.includes(value)) values.push(value);
    return `$${values.indexOf(value) + 1}`;
  });
  return { sql, values };
}

/** The table function that yields every cell as text, in columns c0, c1, … whatever the header calls them. */
function readCsv({ file, fields }: CsvSource, header: boolean, bind: Bind): string {
  const columns = fields.map((_, i) => `c${i}: 'VARCHAR'`);
  // A path is a pattern to DuckDB; in brackets, the characters that make it one stand for themselves.
  const path = bind(file.replace(/[[*?]/g, "[$&]"));
  return `read_csv(${path}, auto_detect = false, header = ${header}, columns = {${columns}},
    delim = ',', quote = '"', escape = '"', nullstr = '${NULL_CODE}')`;
}

/** A cell's text, or NULL where it stands for a missing value. */
function textOf(field: Field, cell: string, source: CsvSource, bind: Bind): string {
  const codes = field.missingValues ?? source.missingValues;
  return `CASE WHEN ${isOneOf(cell, codes, bind)} THEN NULL ELSE coalesce(${cell}, '${NULL_CODE}') END`;
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
