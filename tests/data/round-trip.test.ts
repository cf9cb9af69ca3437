import { writeFile } from "node:fs/promises";
import path from "node:path";

import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";

import { checkTable } from "../../src/data/check-table.ts";
import { withDuckDB } from "../../src/data/duckdb.ts";
import type { Field } from "../../src/data/package-schema.ts";
import { readColumns } from "../../src/data/read-table.ts";
import { makeRoot } from "./make-dataset.ts";

let folder: string;
beforeAll(async () => {
  folder = await makeRoot();
});

/** What stands for a missing value; no text that is written is one of them. */
const missingValues = ["", "NA", "-999"];

type Cell = string | number | null;

const awkward = [
  "007",
  "1e5",
  "0x10",
  "NaN",
  "inf",
  "null",
  "NULL",
  "true",
  "-0",
  '"',
  '""',
  ",",
  "\r",
  "\n",
  "\r\n",
  " ",
  "\t",
];
const text = fc
  .oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.constantFrom(
      ...awkward,
      "\u0000",
      "\u0001",
      "\uFEFF",
      "\uFEFFa",
      "=1+1",
      "🌱",
      "thirteen ascii",
      "a'b",
      "__proto__",
    ),
    fc
      .array(fc.constantFrom(...awkward, "a", "é"), { minLength: 1, maxLength: 8 })
      .map((parts) => parts.join("")),
  )
  .filter((cell) => !missingValues.includes(cell));
const number = fc
  .oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(
      0,
      -0,
      5e-324,
      -5e-324,
      2.2250738585072014e-308,
      Number.MAX_VALUE,
      -Number.MAX_VALUE,
      0.1 + 0.2,
      2 ** 53,
      1e21,
    ),
  )
  .filter((value) => value !== -999);
const most = Number.MAX_SAFE_INTEGER;
const integer = fc
  .oneof(fc.integer(), fc.maxSafeInteger(), fc.constantFrom(most, -most, most - 1, 0))
  .filter((value) => value !== -999);
const time = fc.date({
  min: new Date("0001-01-01"),
  max: new Date("9999-12-31T23:59:59.999Z"),
  noInvalidDate: true,
});
const iso = time.map((value) => value.toISOString());

const columns: Record<Field["type"], fc.Arbitrary<Cell>> = {
  string: text,
  number,
  integer,
  boolean: fc.constantFrom("true", "false"),
  date: iso.map((value) => value.slice(0, 10)),
  datetime: iso,
};
const types = Object.keys(columns) as Field["type"][];

const name = fc.oneof(
  text.filter((word) => !/[\r\n]/.test(word)),
  fc.constantFrom('"; DROP TABLE', "c0", "t0", "x0"),
);

/** Tables with a row for each list, under names of every kind. */
const table = fc
  .uniqueArray(fc.tuple(name, fc.constantFrom(...types)), {
    selector: ([name]) => name,
    minLength: 1,
    maxLength: 5,
  })
  .chain((fields) =>
    fc.record({
      fields: fc.constant(fields.map(([name, type]): Field => ({ name, type }))),
      rows: fc.array(fc.tuple(...fields.map(([, type]) => fc.option(columns[type]))), { maxLength: 12 }),
    }),
  );

function written(cell: Cell): string {
  if (Object.is(cell, -0)) return "-0";
  return cell === null ? "" : String(cell);
}

/** Quotes are put where they must be, or everywhere. */
function csvOf(
  names: readonly string[],
  rows: readonly (readonly Cell[])[],
  end: string,
  isQuoted: boolean,
): string {
  const record = (cells: readonly string[]) =>
    cells
      .map((cell) =>
        isQuoted || cells.length === 1 || /[",\r\n]|^[ \uFEFF]| $/.test(cell)
          ? `"${cell.replaceAll('"', '""')}"`
          : cell,
      )
      .join(",");
  return [names, ...rows.map((row) => row.map(written))].map((cells) => record(cells) + end).join("");
}

/** The columns' values, null where one is missing. */
async function read(
  file: string,
  format: "csv" | "parquet",
  fields: readonly Field[],
  codes: readonly string[],
) {
  const source = { file, shownAs: "data", format, fields, missingValues: codes } as const;
  const found = await readColumns(source);
  return found.map(({ values }) =>
    Array.from<Cell, Cell>(values, (cell) => (Number.isNaN(cell) ? null : cell)),
  );
}

function columnsOf(fields: readonly Field[], rows: readonly (readonly Cell[])[]): Cell[][] {
  return fields.map((_, j) => rows.map((row) => row[j] ?? null));
}

test("any table written as CSV is read back with equal values", async () => {
  const file = path.join(folder, "data.csv");
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      async ({ fields, rows }, end, isQuoted) => {
        const names = fields.map(({ name }) => name);
        await writeFile(file, csvOf(names, rows, end, isQuoted));
        expect(await read(file, "csv", fields, missingValues)).toEqual(columnsOf(fields, rows));
      },
    ),
    { numRuns: 60 },
  );
});

test("any table that can be read has no fault to be told, unless it holds NUL", async () => {
  const file = path.join(folder, "checked.csv");
  await fc.assert(
    fc.asyncProperty(table, fc.boolean(), async ({ fields, rows }, isQuoted) => {
      const names = fields.map(({ name }) => name);
      const csv = csvOf(names, rows, "\n", isQuoted);
      await writeFile(file, csv);
      const { count } = await checkTable({ file, shownAs: "data.csv", format: "csv", fields, missingValues });
      expect(count > 0).toBe(csv.includes("\0"));
    }),
    { numRuns: 30 },
  );
});

const parquetTypes: Record<Field["type"], string> = {
  string: "VARCHAR",
  number: "DOUBLE",
  integer: "BIGINT",
  boolean: "BOOLEAN",
  date: "DATE",
  datetime: "TIMESTAMPTZ",
};

test("any table written as Parquet is read back with equal values", async () => {
  const file = path.join(folder, "data.parquet");
  // DuckDB, which writes the file here, takes names that differ in case alone for one, and NUL for the end of a name.
  const distinct = table.filter(({ fields }) => {
    const names = fields.map((field) => field.name.toLowerCase());
    return new Set(names).size === names.length && !names.join().includes("\0");
  });
  await fc.assert(
    fc.asyncProperty(distinct, async ({ fields, rows }) => {
      await writeParquet(file, fields, rows);
      const found = await read(file, "parquet", fields, []);
      const times = (column: Cell[], j: number) =>
        fields[j]?.type === "datetime" ? column.map((cell) => cell && new Date(cell).getTime()) : column;
      expect(found.map(times)).toEqual(columnsOf(fields, rows).map(times));
    }),
    { numRuns: 40 },
  );
});

async function writeParquet(
  file: string,
  fields: readonly Field[],
  rows: readonly (readonly Cell[])[],
): Promise<void> {
  await withDuckDB(async (connection) => {
    const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
    await connection.run(`CREATE TABLE t (${fields.map(({ type }, j) => `c${j} ${parquetTypes[type]}`)})`);
    for (const row of rows) {
      const values = fields.map(({ type }, j) => `CAST($${j + 1} AS ${parquetTypes[type]})`);
      await connection.run(
        `INSERT INTO t VALUES (${values})`,
        row.map((cell) => (cell === null ? null : written(cell))),
      );
    }
    const names = fields.map(({ name }, j) => `c${j} AS ${quoted(name)}`);
    await connection.run(`COPY (SELECT ${names} FROM t) TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`);
  });
}
