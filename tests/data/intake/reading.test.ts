import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";

import { expect, test } from "vitest";

import { withDuckDB } from "../../../src/data/duckdb.ts";
import { addContent, columnOf, examineContent, examineIn, makeFile } from "./make-intake.ts";

const plain = 'name,height,note\nElm,10.5,tall\nÅs,7,"a, b"\n';
const normalised = 'name,height,note\nElm,10.5,tall\nÅs,7,"a, b"\n';
const as = (delimiter: string) =>
  `name${delimiter}height${delimiter}note\nElm${delimiter}10.5${delimiter}tall\nÅs${delimiter}7${delimiter}"a, b"\n`;

test.each<[what: string, content: string | Uint8Array, reading: object]>([
  ["commas", plain, { format: "CSV", compression: "none", encoding: "UTF-8", delimiter: "," }],
  ["semicolons", as(";"), { delimiter: ";" }],
  ["tabs", as("\t"), { delimiter: "\t" }],
  ["bars", as("|"), { delimiter: "|" }],
  ["carets", as("^"), { delimiter: "^" }],
  ["unit separators", as("\x1f"), { delimiter: "\x1f" }],
  ["CRLF", plain.replaceAll("\n", "\r\n"), { delimiter: "," }],
  ["CR alone", plain.replaceAll("\n", "\r"), { delimiter: "," }],
  ["no last line end", plain.trimEnd(), { delimiter: "," }],
  ["empty lines", plain.replace("Elm", "\n\nElm"), { remarks: ["Empty lines were passed over: 2."] }],
  ["a byte order mark", `\ufeff${plain}`, { encoding: "UTF-8 with a byte order mark" }],
  ["UTF-16 LE", Buffer.from(`\ufeff${plain}`, "utf16le"), { encoding: "UTF-16 LE" }],
  ["UTF-16 BE", Buffer.from(`\ufeff${plain}`, "utf16le").swap16(), { encoding: "UTF-16 BE" }],
  [
    "UTF-16 LE without a mark",
    Buffer.from(plain, "utf16le"),
    { encoding: "UTF-16 LE, without a byte order mark" },
  ],
  [
    "UTF-16 BE without a mark",
    Buffer.from(plain, "utf16le").swap16(),
    { encoding: "UTF-16 BE, without a byte order mark" },
  ],
  ["Latin-1", Buffer.from(plain, "latin1"), { encoding: "Windows-1252, since it is not UTF-8" }],
  ["gzip", gzipSync(plain), { compression: "gzip", encoding: "UTF-8" }],
  [
    "gzip in two parts",
    Buffer.concat([gzipSync(plain.slice(0, 20)), gzipSync(plain.slice(20))]),
    { compression: "gzip" },
  ],
  ["apostrophes", "name,height,note\n'Elm',10.5,'tall'\n'Ås',7,'a, b'\n", { quote: "'" }],
  ["quotes everywhere", '"name","height","note"\n"Elm","10.5","tall"\n"Ås","7","a, b"\n', { quote: '"' }],
  [
    "a JSON list",
    '[{"name": "Elm", "height": 10.5, "note": "tall"}, {"name": "\\u00c5s", "height": 7, "note": "a, b"}]',
    { format: "JSON" },
  ],
  [
    "JSON lines",
    '{"name": "Elm", "height": 10.5, "note": "tall"}\n\n{"note": "a, b", "name": "Ås", "height": 7}\n',
    { format: "JSON lines" },
  ],
])("a file with %s is read, and stored in one form", async (_, content, reading) => {
  const { examination, folder } = await addContent(content);
  expect(examination.reading).toMatchObject({ rows: 2, columns: 3, ...reading });
  expect(await readFile(path.join(folder, "data.csv"), "utf8")).toBe(normalised);
});

test("Windows-1252 has characters that Latin-1 lacks", async () => {
  const { folder } = await addContent(
    Buffer.from([...Buffer.from("price,x\n5 "), 0x80, ...Buffer.from(",1\n")]),
  );
  expect(await readFile(path.join(folder, "data.csv"), "utf8")).toBe("price,x\n5 €,1\n");
});

test("what a file is called says nothing", async () => {
  const { examination } = await examineIn(await makeFile(gzipSync("a;b\n1;2\n"), "picture.png"));
  expect(examination.reading).toMatchObject({ compression: "gzip", delimiter: ";" });
});

test("a piece of a character, a quote or a line end may end where a piece of the file does", async () => {
  const row = '"é""x\r\ny",ü\r\n';
  const n = 200_000;
  const { examination } = await examineIn(await makeFile(`a,b\r\n${row.repeat(n)}`));
  expect(examination.reading.rows).toBe(n);
  expect(examination.columns.map(({ distinct }) => distinct)).toEqual([1, 1]);
});

test("a first bad cell at row 150,000 is found, with its line", async () => {
  const rows = Array.from(
    { length: 160_000 },
    (_, i) => `${i % 977},${i === 149_999 ? "oops" : (i % 91) / 7}`,
  );
  const examination = await examineContent(`a,b\n${rows.join("\n")}\n`);
  expect(columnOf(examination, "b")).toMatchObject({
    type: "string",
    why: '1 of 160,000 cells is not a number: line 150001 "oops"',
  });
});

test("5,000 columns are read", async () => {
  const names = Array.from({ length: 5000 }, (_, i) => `c${i}`);
  const rows = Array.from({ length: 4 }, (_, i) => names.map((_, j) => (i + 1) * (j + 1)).join());
  const { examination, files } = await addContent(`${names}\n${rows.join("\n")}\n`);
  expect(examination.columns).toHaveLength(5000);
  expect(examination.columns[4999]).toMatchObject({ type: "integer", range: ["5000", "20000"] });
  expect(files).toContain("data.csv");
}, 60_000);

test("Parquet is read with its own names and exact values", async () => {
  const made = await makeFile("");
  await withDuckDB((connection) =>
    connection.run(`COPY (SELECT 9007199254740993::BIGINT AS "a", 0.1::DOUBLE AS "b", 'x'::VARCHAR AS "c d", true AS e,
        DATE '2024-05-31' AS f, TIMESTAMP '2024-05-31 23:59:01.5' AS g, 1.10::DECIMAL(5,2) AS h, [1, 2] AS i, NULL::INT AS j,
        '2024-05-31 12:00:00+02'::TIMESTAMPTZ AS k
      UNION ALL SELECT 1, 1e300, '', false, NULL, NULL, 2.5, NULL, 7, NULL) TO '${made.file.replaceAll("'", "''")}' (FORMAT parquet)`),
  );
  const { examination } = await examineIn(made);
  expect(examination.reading).toMatchObject({ format: "Parquet", place: "row", rows: 2 });
  expect(examination.columns.map(({ name, type, empty }) => [name, type, empty])).toEqual([
    ["a", "string", 0],
    ["b", "number", 0],
    ["c d", "string", 1],
    ["e", "boolean", 0],
    ["f", "date", 1],
    ["g", "datetime", 1],
    ["h", "number", 0],
    ["i", "string", 1],
    ["j", "integer", 1],
    ["k", "datetime", 1],
  ]);
  expect(columnOf(examination, "a").why).toContain('row 1 "9007199254740993"');
  expect(examination.findings.map(({ kind, column }) => [kind, column])).toContainEqual(["nested", "i"]);
});

test("JSON keys that some records lack, and null, are missing; numbers keep every digit", async () => {
  const { folder, examination } = await addContent(
    '[{"a": 1.10, "b": 12345678901234567890}, {"c": {"x": [1]}, "a": null}, {"__proto__": "p", "a": 2e1}]',
  );
  expect(await readFile(path.join(folder, "data.csv"), "utf8")).toBe(
    'a,b,c,__proto__\n1.10,12345678901234567890,,\n,,"{""x"": [1]}",\n2e1,,,p\n',
  );
  expect(columnOf(examination, "b").type).toBe("string");
});

test("names that are code to somebody are names to us", async () => {
  const header = [
    '"""; DROP TABLE cells; --"',
    "__proto__",
    "constructor",
    "place",
    "c0",
    "=cmd()",
    "A",
    "a",
    "$x",
    "'",
  ];
  const cells = ["=1+1", "@SUM(A1)", "'); --", "1", "2", "+x", "3", "4", "|", "`"];
  const csv = `${header}\n${cells}\n${cells}\n`;
  const { folder, examination } = await addContent(csv);
  expect(await readFile(path.join(folder, "data.csv"), "utf8")).toBe(csv);
  expect(columnOf(examination, "__proto__").type).toBe("string");
});

test("a single column keeps its empty cells but not the file's last lines", async () => {
  const { folder, examination } = await addContent("x\n1\n\n3\n\n\n");
  expect(await readFile(path.join(folder, "data.csv"), "utf8")).toBe('x\n1\n""\n3\n');
  expect(columnOf(examination, "x")).toMatchObject({ type: "integer", empty: 1 });
});

test("quotes in the middle of a cell stand for themselves", async () => {
  const { folder } = await addContent('size,b\n5" disk,1\n6" disk,2\n');
  expect(await readFile(path.join(folder, "data.csv"), "utf8")).toBe('size,b\n"5"" disk",1\n"6"" disk",2\n');
});

test("pandas' own CSV, in several dialects, comes back cell by cell", async () => {
  // What pandas writes is what many files are; where there is no Python with pandas, other tests must do.
  const script = `import pandas as pd, sys
df = pd.DataFrame({"t": ["a;b", 'q"q', "l\\nl", "ü", " s "], "n": [1.5, None, -3e-7, 0, 1e20]})
df.to_csv(sys.argv[1], sep=sys.argv[2], index=False, encoding=sys.argv[3])`;
  for (const [sep, encoding] of [
    [",", "utf-8"],
    [";", "utf-16"],
    ["\t", "latin-1"],
  ] as const) {
    const made = await makeFile("");
    try {
      execFileSync("/usr/bin/python3", ["-c", script, made.file, sep, encoding], { stdio: "ignore" });
    } catch {
      return;
    }
    const { examination } = await examineIn(made);
    expect(examination.reading).toMatchObject({ rows: 5, delimiter: sep });
    expect(columnOf(examination, "n")).toMatchObject({
      type: "number",
      empty: 1,
      range: ["-3e-07", "1e+20"],
    });
    expect(columnOf(examination, "t").distinct).toBe(5);
  }
});
