import { type Bind, pathPattern } from "./query.ts";
import type { TableSource } from "./table-source.ts";

/**
 * What `nullstr` takes as NULL where no text should be. DuckDB insists on some, or else every empty cell is NULL; a cell
 * that does hold this one gets it back.
 */
const NULL_CODE = "\u0001";

/** The table function that yields the cells of a CSV file as text, in columns c0, c1, … whatever the header calls them. */
export function csvRows(source: TableSource, bind: Bind): string {
  const { file, fields, delimiter = ",", missingValues } = source;
  const columns = fields.map((_, i) => `c${i}: 'VARCHAR'`);
  const nulls = hasCommonNulls(source) ? missingValues : [NULL_CODE];
  return `read_csv(${bind(pathPattern(file))}, auto_detect = false, header = true, columns = {${columns}},
    delim = ${bind(delimiter)}, quote = '"', escape = '"', nullstr = [${nulls.map(bind)}])`;
}

/** The text of a cell of `csvRows`, NULL where it stands for a missing value. */
export function csvText(cell: string, codes: readonly string[], source: TableSource, bind: Bind): string {
  if (hasCommonNulls(source)) return cell;
  const text = `coalesce(${cell}, '${NULL_CODE}')`;
  return codes.length === 0 ? text : `CASE WHEN ${text} IN (${codes.map(bind)}) THEN NULL ELSE ${text} END`;
}

/** Whether the same texts stand for a missing value in all columns, and DuckDB itself can look for them. */
function hasCommonNulls({ fields, missingValues, delimiter = "," }: TableSource): boolean {
  const isPlain = (code: string) => !code.includes(delimiter) && !/["\r\n]/.test(code);
  return (
    missingValues.length > 0 &&
    missingValues.every(isPlain) &&
    fields.every((field) => field.missingValues === undefined)
  );
}
