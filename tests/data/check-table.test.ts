import { writeFile } from "node:fs/promises";
import path from "node:path";

import { beforeAll, describe, expect, test } from "vitest";

import { type CheckOptions, checkTable } from "../../src/data/check-table.ts";
import { withDuckDB } from "../../src/data/duckdb.ts";
import type { Field } from "../../src/data/package-schema.ts";
import { makeRoot } from "./make-dataset.ts";

let folder: string;
beforeAll(async () => {
  folder = await makeRoot();
});

async function check(csv: string | Buffer, fields: readonly Field[], options: CheckOptions = {}) {
  const file = path.join(folder, "data.csv");
  await writeFile(file, csv);
  const { faults, count } = await checkTable(
    { file, shownAs: "data.csv", format: "csv", fields, missingValues: [""] },
    options,
  );
  expect(faults.length).toBe(Math.min(count, options.most ?? 20));
  return faults.map(({ line, column, what }) => `${line ?? "-"} ${column ?? "-"}: ${what}`);
}

const field = (name: string, type: Field["type"], constraints: Record<string, unknown> = {}): Field => ({
  name,
  type,
  constraints,
});
const [a, b] = [field("a", "integer"), field("b", "string")];

test("a file as its package says has no fault", async () => {
  expect(await check('a,b\n1,x\n2,"y\nz"\n,\n', [a, b])).toEqual([]);
  expect(await check("a,b\n", [a, b])).toEqual([]);
  expect(await check("b\nx\n", [b])).toEqual([]);
});

test("every fault of a file is told, in the order of its lines", async () => {
  const lines = [
    "a,b,day",
    "1,x,2024-02-29",
    "2.5,x",
    '3,"two',
    'lines",2024-02-30',
    '4,"x"y,2024-01-01',
    "",
    "x,z\0,",
    "y,,1",
  ];
  const csv = Buffer.concat([
    Buffer.from(`${lines.join("\n")}\n5,`),
    Buffer.of(0xff),
    Buffer.from(',\n6,"open,\n'),
  ]);
  const fields = [a, field("b", "string", { required: true, maxLength: 5 }), field("day", "date")];
  expect(await check(csv, fields)).toEqual([
    "3 -: needs 3 cells, one for each column, got 2",
    '4 b: needs at most 5 characters, got "two\\nlines"',
    '4 day: needs a date as in 2024-05-31, got "2024-02-30"',
    "6 -: has a quote that closes before the end of its cell",
    "8 -: holds a NUL byte, which is no text",
    '9 a: needs a whole number within ±9007199254740991, got "y"',
    "9 b: needs a value, got none",
    '9 day: needs a date as in 2024-05-31, got "1"',
    "10 -: is not in UTF-8",
    "11 -: has a quote that is not closed",
  ]);
});

test("the first faults are listed and all are counted", async () => {
  const file = path.join(folder, "many.csv");
  await writeFile(file, `a,b\n${"x,\n".repeat(5000)}${"1\n".repeat(1000)}${"7,\n".repeat(500)}`);
  const fields = [field("a", "integer", { unique: true }), field("b", "string", { required: true })];
  const { faults, count } = await checkTable(
    { file, shownAs: "many.csv", format: "csv", fields, missingValues: [""] },
    { most: 3 },
  );
  expect(count).toBe(5000 * 2 + 1000 + 500 + 499);
  expect(faults.map(({ line }) => line)).toEqual([2, 2, 3]);
});

describe("a header", () => {
  test.each([
    [
      "in another order",
      "b,a\nx,1\ny,z\n",
      [
        '1 b: needs to come after "a", as in datapackage.json',
        '3 a: needs a whole number within ±9007199254740991, got "z"',
      ],
    ],
    ["with another name", "a,B\n1,x\n", ['1 B: needs the name "b", as in datapackage.json']],
    [
      "with a column more",
      "a,b,c\nx,y,z\n",
      ["1 c: is not in datapackage.json.", '2 a: needs a whole number within ±9007199254740991, got "x"'],
    ],
    ["without a column", "b\nx\n", ["1 a: is in datapackage.json, but not in the file"]],
    ["with a name twice", "a,b,a\n1,x,2\n", ["1 a: is there a second time"]],
    ["after an empty line", "\na,b\n1,x\n", ["1 -: is empty, and needs the columns' names"]],
    ["that is not there", "", ["1 -: needs the columns' names, and there is nothing in the file"]],
  ])("%s is told", async (_, csv, faults) => {
    expect(await check(csv, [a, b])).toEqual(faults);
  });
});

test("line ends of two kinds are told once", async () => {
  expect(await check("a,b\r\n1,x\n2,y\n3,z\r\n", [a, b])).toEqual([
    "2 -: ends with LF, and the first line with CR LF",
  ]);
});

describe("a constraint", () => {
  test.each([
    [
      "number",
      { minimum: 1.5, maximum: "3" },
      ["1.5", "3", "1.4", "3.1", ""],
      ['at least 1.5, got "1.4"', 'at most 3, got "3.1"'],
    ],
    [
      "number",
      { exclusiveMinimum: 1, exclusiveMaximum: 3 },
      ["1", "2", "3"],
      ['more than 1, got "1"', 'less than 3, got "3"'],
    ],
    [
      "date",
      { minimum: "2024-01-01" },
      ["2023-12-31", "2024-01-01"],
      ['at least 2024-01-01, got "2023-12-31"'],
    ],
    [
      "datetime",
      { maximum: "2024-01-01T12:00:00Z" },
      ["2024-01-01T13:30:00+02:00", "2024-01-01T12:00:01"],
      ['at most 2024-01-01T12:00:00Z, got "2024-01-01T12:00:01"'],
    ],
    [
      "string",
      { minLength: 2, maxLength: 3 },
      ["é", "éé", "ééé", "éééé"],
      ['at least 2 characters, got "é"', 'at most 3 characters, got "éééé"'],
    ],
    [
      "string",
      { pattern: "[a-z]+\\d" },
      ["a1", "xa1", "a1 ", "A1"],
      ['text as in /[a-z]+\\d/, got "a1 "', 'text as in /[a-z]+\\d/, got "A1"'],
    ],
    ["string", { enum: ["it's", 'say "x"'] }, ["it's", "its"], ['one of "it\'s", "say \\"x\\"", got "its"']],
    [
      "integer",
      { enum: [1, 2], required: true },
      ["1", "2.0", "3", ""],
      ['one of "1", "2", got "3"', "a value, got none"],
    ],
    ["boolean", { enum: [true] }, ["1", "TRUE", "false"], ['one of "true", got "false"']],
    ["boolean", { required: false }, [""], []],
  ] as const)("on a %s field, %o, holds or is told", async (type, constraints, cells, faults) => {
    const csv = `x,row\n${cells.map((cell, i) => `"${cell.replaceAll('"', '""')}",${i}\n`).join("")}`;
    const found = await check(csv, [field("x", type, constraints), field("row", "integer")]);
    expect(found.map((fault) => fault.replace(/^.*?needs /, ""))).toEqual(faults);
  });

  test("with a pattern that cannot be checked is told, and the others are checked", async () => {
    const found = await check("b\nxyz\n", [field("b", "string", { pattern: "(?=x)y", maxLength: 2 })]);
    expect(found[0]).toContain("- b: has a pattern in datapackage.json that cannot be checked, /(?=x)y/: ");
    expect(found.slice(1)).toEqual(['2 b: needs at most 2 characters, got "xyz"']);
  });

  test("unique is by value, and missing values may repeat", async () => {
    const x = field("x", "number", { unique: true });
    expect(await check("x,b\n1,p\n1.0,q\n,r\n,s\n1e0,t\n", [x, b])).toEqual([
      "3 x: needs a value of its own, got those of line 2",
      "6 x: needs a value of its own, got those of line 2",
    ]);
  });
});

test("a primary key is whole and no other row's", async () => {
  const csv = 'a,b\n1,x\n1,"y\nz"\n1,x\n,x\n2,\n';
  expect(await check(csv, [a, b], { primaryKey: ["a", "b"] })).toEqual([
    "5 a: needs values of its own in a, b together, got those of line 2",
    "6 a: needs a value, as a part of the primary key, got none",
    "7 b: needs a value, as a part of the primary key, got none",
  ]);
});

test("faults of a Parquet file have rows", async () => {
  const file = path.join(folder, "data.parquet");
  await withDuckDB((connection) =>
    connection.run(
      "COPY (SELECT * FROM (VALUES (1, 'x'), (1, NULL)) AS t(a, b)) TO $1 (FORMAT parquet)".replace(
        "$1",
        `'${file.replaceAll("'", "''")}'`,
      ),
    ),
  );
  const source = { file, shownAs: "data.parquet", format: "parquet", missingValues: [] } as const;
  const fields = [field("a", "integer", { unique: true }), field("b", "date", { required: true })];
  expect((await checkTable({ ...source, fields })).faults).toEqual([
    { line: 1, column: "b", what: 'needs a date as in 2024-05-31, got "x"' },
    { line: 2, column: "b", what: "needs a value, got none" },
    { line: 2, column: "a", what: "needs a value of its own, got those of row 1" },
  ]);
  await writeFile(file, "PAR1 is how it begins");
  expect((await checkTable({ ...source, fields })).count).toBe(1);
});

test("a table of many columns is checked", async () => {
  const fields = Array.from({ length: 250 }, (_, i) => field(`c${i}`, "number", { minimum: 0 }));
  const row = (last: string) => `${"1,".repeat(249)}${last}\n`;
  expect(await check(`${fields.map(({ name }) => name).join()}\n${row("2")}${row("-1")}`, fields)).toEqual([
    '3 c249: needs at least 0, got "-1"',
  ]);
});
