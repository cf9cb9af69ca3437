import { type Query, query } from "./query.ts";
import type { TableSource } from "./table-source.ts";
import { firstBad, typedCells } from "./typed-cells.ts";

/** Where in the result of a `columnsQuery` the values of one field are; a text may be in either. */
export interface Places {
  /** Doubles, NaN where there is none. */
  readonly codes?: number;
  /** Texts in UTF-8, NULL where there is none. */
  readonly texts?: number;
}

/**
 * Asks for the values of all rows in the form in which they are quickest to take over: numbers as they are, truth as 1
 * and 0, a date as its day's number counted from 1970, a text as its place in the field's dictionary or else as UTF-8.
 * Last comes the position of the first field whose cell is not of its type, as a double, or NaN if all are.
 *
 * @param dictionaries for each field the name of an ENUM of its commonest texts, null where it has none
 */
export function columnsQuery(
  source: TableSource,
  dictionaries: readonly (string | null)[],
): Query & { readonly places: readonly Places[] } {
  const columns: string[] = [];
  const add = (column: string) => columns.push(column) - 1;
  const places = source.fields.map(({ type }, i): Places => {
    if (type === "number" || type === "integer") return { codes: add(orNaN(`x${i}`)) };
    if (type === "boolean") return { codes: add(orNaN(`x${i}::DOUBLE`)) };
    if (type === "date") return { codes: add(orNaN(`(x${i} - DATE '1970-01-01')::DOUBLE`)) };
    const dictionary = dictionaries[i] ?? null;
    if (dictionary === null) return { texts: add(`encode(t${i})`) };
    const place = `enum_code(TRY_CAST(t${i} AS ${dictionary}))::DOUBLE`;
    return { codes: add(orNaN(place)), texts: add(`CASE WHEN ${place} IS NULL THEN encode(t${i}) END`) };
  });
  columns.push(orNaN(`${firstBad(source)}::DOUBLE`));
  return { ...query((bind) => `SELECT ${columns} FROM ${typedCells(source, bind)}`), places };
}

function orNaN(value: string): string {
  return `coalesce(${value}, 'NaN'::DOUBLE)`;
}
