import type { DuckDBValue } from "@duckdb/node-api";

import { rowsOf } from "./cell-table.ts";
import type { Option } from "./examination.ts";
import { counted } from "./infer-column.ts";
import { allFound, askAbout, type Found, placesWhere, type Scene } from "./scene.ts";
import { showText } from "./show-text.ts";

/** Numbers that people write where they have none. */
const stopgaps = [0, 99, 999, 9999, 99999, 999999, -1, -9, -99, -999, -9999, -99999];

/** How many times wider than usual the gap must be that divides such a number from all others. */
const WIDE = 5;

/** Days that programs write where they have none. */
const emptyDays = ["0001-01-01", "1899-12-30", "1900-01-01", "1970-01-01", "9999-12-31"];

/** Values that may stand for a missing one: a number or a day of that kind, and nothing else near. */
export async function findDisguised(scene: Scene): Promise<Found> {
  const found = new Map(
    placesWhere(scene, () => true).map(({ position, column }): [number, string] => [position, column.name]),
  );
  const numbers = placesWhere(scene, ({ column }) => column.type === "number" || column.type === "integer");
  const days = placesWhere(scene, ({ column }) => column.type === "date" || column.type === "datetime");
  const rows = [
    ...(numbers.length === 0
      ? []
      : await lonelyNumbers(
          scene,
          numbers.map(({ position }) => position),
        )),
    ...(days.length === 0
      ? []
      : await lonelyDays(
          scene,
          days.map(({ position }) => position),
        )),
  ];
  return allFound(rows.map((row) => asDisguised(row, found.get(Number(row[0])) ?? "", scene)));
}

/** For each: column, text, cells, first place, the nearest other value. */
function lonelyNumbers({ connection }: Scene, positions: readonly number[]): Promise<DuckDBValue[][]> {
  return rowsOf(
    connection,
    `WITH counts AS (
       SELECT col, value, arg_min(t, place) AS t, sum(n) AS n, min(place) AS place
       FROM judged WHERE (number OR decimalComma) AND col IN (${positions}) GROUP BY col, value),
     gaps AS (
       SELECT *, lag(value) OVER byValue AS lower, lead(value) OVER byValue AS upper,
         coalesce(lag(t) OVER byValue, lead(t) OVER byValue) AS nearest FROM counts
       WINDOW byValue AS (PARTITION BY col ORDER BY value)),
     usual AS (
       SELECT col, median(upper - value) AS gap, sum(n) AS total FROM gaps GROUP BY col HAVING count(*) >= 5)
     SELECT col, t, n, place, nearest
     FROM gaps JOIN usual USING (col)
     WHERE value IN (${stopgaps}) AND (
       (lower IS NULL AND upper - value >= ${WIDE} * gap) OR (upper IS NULL AND value - lower >= ${WIDE} * gap))
       AND (value <> 0 OR (lower IS NULL AND n > 1 AND n <= 0.5 * total))
     ORDER BY col, value`,
  );
}

function lonelyDays({ connection }: Scene, positions: readonly number[]): Promise<DuckDBValue[][]> {
  const days = emptyDays.map((day) => `'${day}'`);
  return rowsOf(
    connection,
    `WITH days AS (
       SELECT col, left(t, 10) AS day, sum(n) AS n, min(place) AS place
       FROM judged WHERE (date OR datetime) AND col IN (${positions}) GROUP BY ALL),
     near AS (
       SELECT *, lag(day) OVER byDay AS lower, lead(day) OVER byDay AS upper FROM days
       WINDOW byDay AS (PARTITION BY col ORDER BY day))
     SELECT col, day, n, place, coalesce(lower, upper) FROM near
     WHERE day IN (${days}) AND (lower IS NULL) <> (upper IS NULL)
       AND abs(date_diff('year', TRY_CAST(day AS DATE), TRY_CAST(coalesce(lower, upper) AS DATE))) >= ${WIDE}
     ORDER BY col`,
  );
}

function asDisguised(row: readonly DuckDBValue[], name: string, { placeName }: Scene): Found {
  const [, text, n, place, nearest] = row;
  const cells = Number(n) === 1 ? "1 cell" : `${counted(Number(n))} cells`;
  const what = `"${name}" is ${String(text)} in ${cells}, and no other value is nearer than ${String(nearest)}`;
  const evidence = [`${placeName} ${Number(place)} ${showText(String(text))}`];
  const value: Option = { name: "value", text: `${String(text)} is a value.`, effect: {} };
  const missing: Option = {
    name: "missing",
    text: `${String(text)} stands for a missing value.`,
    effect: { missing: [String(text)] },
  };
  const question = askAbout(
    `disguised ${String(text)}`,
    name,
    `${what}. Is it a value?`,
    [missing, value],
    value,
    "What is declared missing is lost to every model.",
  );
  return {
    findings: [{ kind: "disguised-missing", column: name, text: `${what}.`, evidence }],
    questions: [question],
  };
}
