import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import Papa from "papaparse";
import { expect } from "vitest";

import { withDuckDB } from "../../../src/data/duckdb.ts";

/** The repository's folder. */
export const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A data set's files, read without src/data: what is counted here is what the file itself says. */
export interface RawSet {
  readonly text: string;
  readonly header: readonly string[];
  /** Every cell as text, without the header. */
  readonly records: readonly (readonly string[])[];
  readonly card: string;
}

/** A data set whose data are CSV, or Parquet, which is turned into CSV first. */
export async function readRawSet(name: string, file = "data.csv"): Promise<RawSet> {
  const data = inSet(name, file);
  const text = file.endsWith(".parquet") ? await csvOf(fileURLToPath(data)) : await readFile(data, "utf8");
  const [header = [], ...records] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  return { text, header, records, card: await readCard(name) };
}

/** What people wrote on a data set's card. The words of its pictures come from the data, as dataset-draw.test.ts has it. */
export async function readCard(name: string): Promise<string> {
  const card = await readFile(inSet(name, "README.md"), "utf8");
  return card.replace(/^!\[.*\]\(figures\/\w+\.svg\)$/gm, "");
}

/** The checksum of a text or of bytes, to compare with that of the source. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The cells of one column, as text. */
export function cells({ header, records }: RawSet, name: string): string[] {
  const j = header.indexOf(name);
  if (j < 0) throw new RangeError(`No column "${name}".`);
  return records.map((record) => record[j] ?? "");
}

/** The records by column name. */
export function rowsOf({ header, records }: RawSet): Record<string, string>[] {
  return records.map((record) => Object.fromEntries(header.map((name, j) => [name, record[j] ?? ""])));
}

/** The numbers of one column, those that are there. */
export function numbers(set: RawSet, name: string): number[] {
  return cells(set, name)
    .filter((cell) => cell !== "" && cell !== "NA")
    .map(Number);
}

/** How often each value comes, most frequent first. */
export function tally<Value>(values: readonly Value[]): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}

/** How many records equal an earlier one in every cell. */
export function repeats({ records }: RawSet): number {
  return records.length - new Set(records.map((record) => JSON.stringify(record))).size;
}

export function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** The population's deviation, divided by n. */
export function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}

/** A number as the cards write it: 8,939. */
export function grouped(n: number): string {
  return n.toLocaleString("en");
}

/** A share as the cards write it: 12.5%. */
export function percent(part: number, whole: number, digits = 0): string {
  return `${((100 * part) / whole).toFixed(digits)}%`;
}

/**
 * Holds a data card to what was counted: it makes each statement, and has no other number before the section on where
 * the data come from, save those that the sources give and no data can.
 */
export function expectCardToSay(card: string, statements: readonly string[], ofSources?: RegExp): void {
  let [aboutData = ""] = card.replaceAll(/[\s|]+/g, " ").split("## Where it comes from");
  for (const statement of statements) {
    expect(aboutData).toContain(statement);
    aboutData = aboutData.replace(statement, " … ");
  }
  if (ofSources) aboutData = aboutData.replaceAll(ofSources, "");
  expect(aboutData.match(/.{0,40}\d.{0,40}/g)).toBeNull();
}

/** Holds a data package to naming, for each column of the file, its title, type and description. */
export async function expectEachColumnDescribed(name: string, header: readonly string[]): Promise<void> {
  const json: {
    resources: { schema: { fields: { name: string; title?: string; description?: string }[] } }[];
  } = JSON.parse(await readFile(inSet(name, "datapackage.json"), "utf8"));
  const fields = json.resources[0]?.schema.fields ?? [];
  expect(fields.filter(({ title, description }) => title && description).map((field) => field.name)).toEqual(
    header,
  );
}

function inSet(name: string, file: string): URL {
  return new URL(`../../../datasets/${name}/${file}`, import.meta.url);
}

/** The table in a Parquet file as CSV; of its cells, none needs quotes. */
async function csvOf(parquet: string): Promise<string> {
  return withDuckDB(async (connection) => {
    await connection.run("PRAGMA disable_optimizer");
    const table = await connection.run("SELECT * FROM read_parquet($1) LIMIT 0", [parquet]);
    const names = table.columnNames();
    const line = `concat_ws(',', ${names.map((name) => `coalesce("${name}"::VARCHAR, '')`)})`;
    const rows = await (await connection.run(`SELECT ${line} FROM read_parquet($1)`, [parquet])).getRows();
    return [names.join(), ...rows.flat(), ""].join("\n");
  });
}
