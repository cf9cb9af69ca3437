import { type Bind, pathPattern, type Query, query } from "./query.ts";
import type { TableSource } from "./table-source.ts";

/**
 * What `nullstr` takes as NULL. DuckDB insists on some text, or else every empty cell is NULL; a cell that does
 * hold this one gets it back.
 */
const NULL_CODE = "\u0001";

/** The table function that yields the cells of a CSV file as text, in columns c0, c1, … whatever the header calls them. */
export function csvRows({ file, fields, delimiter = "," }: TableSource, header: boolean, bind: Bind): string {
  const columns = fields.map((_, i) => `c${i}: 'VARCHAR'`);
  return `read_csv(${bind(pathPattern(file))}, auto_detect = false, header = ${header}, columns = {${columns}},
    delim = ${bind(delimiter)}, quote = '"', escape = '"', nullstr = '${NULL_CODE}')`;
}

/** The text of a cell of `csvRows`. */
export function csvText(cell: string): string {
  return `coalesce(${cell}, '${NULL_CODE}')`;
}

/** Asks for the cells of one record of a CSV file as text, the header being record 0. */
export function csvRecordQuery(source: TableSource, record: number): Query {
  return query((bind) => {
    const cells = source.fields.map((_, i) => csvText(`c${i}`));
    return `SELECT ${cells} FROM ${csvRows(source, false, bind)} LIMIT 1 OFFSET ${record}`;
  });
}
