/** With danfojs throughout: a column of whole rows whose repeats are dropped, and text functions on a column of codes. */
import { DataFrame, Series } from "danfojs-node";

import { type Row, rowsOf, tableOf } from "../solution.ts";

export { rowsOf, tableOf } from "../solution.ts";

export function dropDuplicates(rows: Row[]): Row[] {
  const whole = new Series(rows.map((row) => JSON.stringify(row)));
  const first = whole.dropDuplicates({ keep: "first" });
  return rowsOf(tableOf(rows).iloc({ rows: first.index }));
}

export function fixCodes(rows: Row[], column: string, allowed: string[]): Row[] {
  const table = tableOf(rows);
  const keys = new Series(rows.map((row) => String(row[column] ?? ""))).str.trim().str.toLowerCase();
  const code = (key: string) => allowed.find((code) => code.toLowerCase() === key) ?? null;
  const others = table.columns.filter((name) => name !== column);
  const kept = others.map((name) => [name, table.column(name).values]);
  const columns = Object.fromEntries([...kept, [column, (keys.values as string[]).map(code)]]);
  return rowsOf(new DataFrame(columns).loc({ columns: table.columns }));
}

export function parseHeight(text: string): number | null {
  const typed = text.toLowerCase().split(/\s+/).join("");
  const bare = typed.replace(/(cm|inches|in|''|")$/, "");
  const unit = typed.slice(bare.length);
  const parts = bare.split(/'|ft|feet|[.,]/);
  const [feet, inches] = parts.map(Number);
  const isFeet = parts.length === 2 && !parts.includes("") && feet >= 4 && feet <= 7;
  if (isFeet && unit !== "cm") return inches < 12 ? 12 * feet + inches : null;

  const number = bare === "" ? Number.NaN : Number(bare);
  if (unit !== "cm" && number >= 50 && number <= 84) return number;
  const mayBeCentimetres = unit === "" || unit === "cm";
  return mayBeCentimetres && number >= 100 && number <= 250 ? number * 0.393701 : null;
}
