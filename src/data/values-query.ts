import { type Query, query } from "./query.ts";
import type { TableSource } from "./table-source.ts";
import { firstBad, typedCells } from "./typed-cells.ts";

/**
 * Asks for the typed values of all rows: a column v0, v1, … for each field (numbers as DOUBLE; texts, dates and times as
 * they are; truth as `true` and `false`), NULL where a value is missing or not of its type, and last the position of
 * the first field whose cell is not of its type, or NULL if all are.
 */
export function valuesQuery(source: TableSource): Query {
  return query((bind) => {
    const values = source.fields.map(({ type }, i) => {
      const value = type === "date" || type === "datetime" ? `t${i}` : `x${i}`;
      return `CASE WHEN NOT b${i} THEN ${type === "boolean" ? `${value}::VARCHAR` : value} END AS v${i}`;
    });
    return `SELECT ${values}, ${firstBad(source)} FROM ${typedCells(source, bind)}`;
  });
}
