import { literal } from "./cell-table.ts";
import type { DecidedColumn } from "./decide.ts";

const SPACES = "' ' || chr(9) || chr(10) || chr(13) || chr(160)";

/**
 * The text of a column's cells as they are stored, in SQL over the view `cells`: words byte for byte; numbers, dates
 * and true or false without spaces around them, with a decimal point and in ISO 8601; codes for missing values as they
 * are.
 */
export function storedText(column: DecidedColumn): string {
  const cell = `c${column.position}`;
  if (column.type === "string") return cell;
  const trimmed = `trim(${cell}, ${SPACES})`;
  if (column.decimalComma) return unlessMissing(column, trimmed, `replace(${trimmed}, ',', '.')`);
  if (column.dateFormat === null) return trimmed;
  const form = column.type === "date" ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M:%S";
  return `strftime(strptime(${trimmed}, '${column.dateFormat}'), '${form}')`;
}

/** The value of a column's cells as a Parquet file has it: NULL where missing, numbers as such, all else as text. */
export function storedValue(column: DecidedColumn): string {
  const text = storedText(column);
  const known = unlessMissing(column, "NULL", text);
  if (column.type === "integer") return `CAST(CAST(${known} AS DOUBLE) AS BIGINT)`;
  return column.type === "number" ? `CAST(${known} AS DOUBLE)` : known;
}

/** A cell's text, or NULL where it is missing. */
export function knownText(column: DecidedColumn): string {
  return unlessMissing(column, "NULL", `c${column.position}`);
}

/** Whether a stored cell may hold what needs quotes in CSV; numbers, dates and true or false do not. */
export function mayNeedQuotes({ type, missingCodes }: DecidedColumn): boolean {
  return type === "string" || missingCodes.some((code) => /[",\r\n]/.test(code));
}

function unlessMissing(
  { missingCodes, position, type }: DecidedColumn,
  missing: string,
  text: string,
): string {
  if (missingCodes.length === 0) return text;
  const cell = type === "string" ? `c${position}` : `trim(c${position}, ${SPACES})`;
  return `CASE WHEN ${cell} IN (${missingCodes.map(literal)}) THEN ${missing} ELSE ${text} END`;
}
