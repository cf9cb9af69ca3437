import { writeFile } from "node:fs/promises";
import path from "node:path";

import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";

import type { Field } from "../../src/data/package-schema.ts";
import { readColumns } from "../../src/data/read-table.ts";
import { makeRoot } from "./make-dataset.ts";

let folder: string;
beforeAll(async () => {
  folder = await makeRoot();
});

let nFiles = 0;
async function read(
  csv: string | Uint8Array,
  fields: readonly Field[],
  missingValues: readonly string[] = [""],
) {
  const file = path.join(folder, `${nFiles++}.csv`);
  await writeFile(file, csv);
  return readColumns({ file, shownAs: "data.csv", format: "csv", fields, missingValues });
}

/** Reads cells as the one column x of a type, beside a column of text that tells rows from empty lines. */
async function readCells(type: Field["type"], cells: readonly string[], more: Partial<Field> = {}) {
  const csv = ["x,row", ...cells.map((cell, i) => `"${cell}",${i}`)].join("\n");
  const [column] = await read(csv, [
    { name: "x", type, ...more },
    { name: "row", type: "string" },
  ]);
  return column?.values;
}

describe("values", () => {
  test("numbers come exactly as doubles, missing ones as NaN", async () => {
    const cells = [
      "1",
      "-0.5",
      "1e3",
      ".25",
      "0.30000000000000004",
      "5e-324",
      "1.7976931348623157e308",
      "",
      " 7",
    ];
    expect(await readCells("number", cells)).toEqual(
      Float64Array.of(1, -0.5, 1000, 0.25, 0.1 + 0.2, 5e-324, Number.MAX_VALUE, Number.NaN, 7),
    );
  });

  test("integers come up to the last one that a double holds exactly", async () => {
    expect(
      await readCells("integer", ["007", "-3", "9007199254740991", "2.0", "2.500000000000000000e+01"]),
    ).toEqual(Float64Array.of(7, -3, 9007199254740991, 2, 25));
  });

  test("text stays as it is: blanks, leading zeros, NA, quotes, line ends", async () => {
    const cells = ["007", " a ", "NA", 'say ""yes""', "two\nlines", "\u0001", "null"];
    expect(await readCells("string", cells)).toEqual([
      "007",
      " a ",
      "NA",
      'say "yes"',
      "two\nlines",
      "\u0001",
      "null",
    ]);
  });

  test("the texts for a missing value are those of the field, else of the table", async () => {
    const fields: Field[] = [
      { name: "a", type: "number" },
      { name: "b", type: "string", missingValues: [] },
      { name: "c", type: "string", missingValues: ["it's", "-"] },
    ];
    const [a, b, c] = await read('a,b,c\nNA,,it\'s\n,"",-\n3,NA,', fields, ["", "NA"]);
    expect(a?.values).toEqual(Float64Array.of(Number.NaN, Number.NaN, 3));
    expect(b?.values).toEqual(["", "", "NA"]);
    expect(c?.values).toEqual([null, null, ""]);
  });

  test("truth has the words of Table Schema, or the field's own", async () => {
    expect(await readCells("boolean", ["true", "0", "FALSE", "1", ""])).toEqual([
      "true",
      "false",
      "false",
      "true",
      null,
    ]);
    expect(await readCells("boolean", ["Y", "N"], { trueValues: ["Y"], falseValues: ["N"] })).toEqual([
      "true",
      "false",
    ]);
  });

  test("dates and times stay as text", async () => {
    expect(await readCells("date", ["2024-02-29", ""])).toEqual(["2024-02-29", null]);
    const times = ["2024-02-29T23:59:00", "2024-02-29 23:59:00.25Z", "2024-02-29T23:59+02:00"];
    expect(await readCells("datetime", times)).toEqual(times);
  });

  test("a unit goes with its column", async () => {
    const [column] = await read("a\n1\n", [{ name: "a", type: "number", unit: "cm" }]);
    expect(column).toEqual({ name: "a", type: "number", unit: "cm", values: Float64Array.of(1) });
  });

  test("a file may begin with a byte-order mark, end its lines in any one way, and hold no rows", async () => {
    const fields: Field[] = [
      { name: "a", type: "integer" },
      { name: "b", type: "string" },
    ];
    for (const csv of ["\uFEFFa,b\n1,x\n", "a,b\r\n1,x\r\n", "a,b\r1,x\r", "a,b\n1,x"]) {
      expect((await read(csv, fields)).map(({ values }) => values)).toEqual([Float64Array.of(1), ["x"]]);
    }
    expect((await read("a,b\n", fields)).map(({ values }) => values.length)).toEqual([0, 0]);
  });

  test("any text in any column of any name is read back as it was written", async () => {
    const cell = fc.string({ unit: "grapheme", maxLength: 8 });
    const name = fc.oneof(cell, fc.constantFrom("__proto__", '"; DROP TABLE', "c0", "it's"));
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const table = fc
      .uniqueArray(name, { minLength: 1, maxLength: 4 })
      .chain((names) =>
        fc.tuple(
          fc.constant(names),
          fc.array(fc.tuple(...names.map(() => cell)), { minLength: 1, maxLength: 6 }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(table, async ([names, rows]) => {
        const csv = [names, ...rows].map((record) => record.map(quoted).join(",")).join("\n");
        const columns = await read(
          `${csv}\n`,
          names.map((of) => ({ name: of, type: "string" })),
          [],
        );
        expect(columns.map((column) => column.name)).toEqual(names);
        expect(columns.map((column) => column.values)).toEqual(
          names.map((_, j) => rows.map((row) => row[j])),
        );
      }),
      { numRuns: 25 },
    );
  });
});

test("a long file has the values of a short one, also those that come late", async () => {
  const words = ["ash", "ésh", "a word of many letters", "", "\uFEFFash", "thirteen chars"];
  const days = ["2024-02-29", "1950-01-01", ""];
  const rows = Array.from({ length: 60_000 }, (_, i) => {
    const isLate = i > 50_000 && i % 1000 === 0;
    return [isLate ? `late ${i}` : (words[i % 6] ?? ""), `row number ${i}`, days[i % 3] ?? "", String(i / 8)];
  });
  const csv = ["word,name,day,x", ...rows.map((row) => row.join(","))].join("\n");
  const [word, name, day, x] = await read(csv, [
    { name: "word", type: "string" },
    { name: "name", type: "string" },
    { name: "day", type: "date" },
    { name: "x", type: "number" },
  ]);
  expect(csv.length).toBeGreaterThan(1_500_000);
  expect(word?.values).toEqual(rows.map((row) => row[0] || null));
  expect(name?.values).toEqual(rows.map((row) => row[1]));
  expect(day?.values).toEqual(rows.map((row) => row[2] || null));
  expect(x?.values).toEqual(Float64Array.from(rows, (_, i) => i / 8));
});

test("an empty line is no row, also where there is one column; an empty text has quotes there", async () => {
  const [column] = await read('a\n\n1\n\n""\n\n', [{ name: "a", type: "string" }], []);
  expect(column?.values).toEqual(["1", ""]);
});

describe("a bad cell", () => {
  test("is named by line, column and text, with what to do", async () => {
    const csv = 'id,"the ""height"""\n1,2.5\n2,"3\n\n"\n\n4,tall\n';
    const fields: Field[] = [
      { name: "id", type: "integer" },
      { name: 'the "height"', type: "number" },
    ];
    await expect(read(csv, fields)).rejects.toMatchObject({
      code: "bad-dataset",
      message: 'data.csv, line 7, column "the "height"": "tall" is not a finite number.',
      hint: expect.stringContaining("missingValues"),
    });
  });

  test("is found far down a long file", async () => {
    const csv = `x\n${"1\n".repeat(150_000)}one\n`;
    await expect(read(csv, [{ name: "x", type: "integer" }])).rejects.toThrow(
      'line 150002, column "x": "one"',
    );
  });

  test.each([
    ["number", ["abc", "1_000", "0x10", "1,5", "12%", "1e400", "-1e400", "inf", "NaN", "NA", "1 000", "-"]],
    [
      "integer",
      [
        "2.5",
        "0.99999999999999999999",
        "99999999999999999999e-20",
        "9007199254740993",
        "-9007199254740992",
        "1_000",
        "0x10",
        "1e400",
        "NaN",
      ],
    ],
    ["boolean", ["yes", "t", "2"]],
    ["date", ["2024/02/29", "29.02.2024", "2023-02-29", "epoch", "infinity", "2024-02-29 10:00", "2024-2-9"]],
    ["datetime", ["2024-02-29", "2024-02-30T10:00:00", "2024-02-29T25:00:00", "2024-02-29T10:60", "now"]],
  ] as const)("of type %s is never taken for something else", async (type, cells) => {
    for (const cell of cells) {
      await expect(readCells(type, ["", cell]), cell).rejects.toThrow(`line 3, column "x": "${cell}" is not`);
    }
  });

  test("of great length is shown in part", async () => {
    await expect(readCells("number", ["9".repeat(50_000).concat("x")])).rejects.toThrow(/"9{60}…" is not/);
  });
});

describe("a file that is no such table", () => {
  const fields: Field[] = [
    { name: "a", type: "string" },
    { name: "b", type: "string" },
  ];

  test.each([
    [
      "too few cells",
      "a,b\n1,2\n3\n",
      "data.csv, line 3, should have 2 cells, one for each column, and has 1.",
    ],
    [
      "too many cells",
      "a,b\n1,2\n3,4,5\n",
      "data.csv, line 3, should have 2 cells, one for each column, and has 3.",
    ],
    ["a quote left open", 'a,b\n1,2\n3,"4\n', "data.csv, line 3, has a quote that is not closed"],
    ["text after a quote", 'a,b\n1,"2"x\n', "data.csv, line 2, has a quote"],
    [
      "other column names",
      "a,c\n1,2\n",
      'data.csv, line 1: column 2 is called "c"; datapackage.json calls it "b".',
    ],
    ["fewer columns", "a\n1\n", 'data.csv, line 1: column 2 is not there; datapackage.json calls it "b".'],
    [
      "more columns",
      "a,b,c\n1,2,3\n",
      'data.csv, line 1: column 3 is called "c"; datapackage.json does not name it.',
    ],
    ["a line end in a name", '"a\r",b\n1,2\n', "data.csv, line 1, has a line end in a column's name."],
    ["an empty line first", "\na,b\n1,2\n", "data.csv, line 1, is empty."],
    ["UTF-16", Buffer.from("\uFEFFa,b\n1,2\n", "utf16le"), "data.csv, line 1, is not in UTF-8."],
    ["nothing", "", 'data.csv, line 1: column 1 is not there; datapackage.json calls it "a".'],
    ["mixed line ends", "a,b\r\n1,2\n3,4\r\n", "data.csv cannot be read as a table"],
  ])("with %s is refused", async (_, csv, message) => {
    await expect(read(csv, fields)).rejects.toMatchObject({
      code: "bad-dataset",
      message: expect.stringContaining(message),
    });
  });

  test("in another encoding is refused", async () => {
    const latin1 = Buffer.from("a,b\n1,ü\n", "latin1");
    await expect(read(latin1, fields)).rejects.toThrow("data.csv, line 2, is not in UTF-8.");
  });
});
