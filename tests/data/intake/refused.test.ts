import { execFileSync } from "node:child_process";
import { mkdir, readdir, symlink, truncate, writeFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";

import { expect, test } from "vitest";

import { examine } from "../../../src/data/intake/examine.ts";
import { addContent, examineContent, examineIn, makeFile, type Wished } from "./make-intake.ts";

const rows = (n: number, row = "1,2") => `${row}\n`.repeat(n);

test.each<[why: string, content: string | Uint8Array, message: RegExp]>([
  ["a short row", "a,b\n1,2\n3\n", /made\.csv, line 3, column 1: the row has 1 cell, the header 2 cells\.$/],
  [
    "a long row",
    "a,b\n1,2\n3,4,5\n",
    /made\.csv, line 3, column 3: the row has 3 cells, the header 2 cells\.$/,
  ],
  ["a short row far down", `a,b\n${rows(150_000)}9\n`, /line 150002, column 1: the row has 1 cell/],
  ["a short row after a cell of two lines", 'a,b\n"x\ny",2\n3\n', /line 4, column 1: the row has 1 cell/],
  ["a header that is too short", "a\n1,2\n3,4\n", /line 2, column 2: the row has 2 cells, the header 1 cell/],
  ["a delimiter at each line's end", "a,b,\n1,2,\n", /line 1, column 3: the header has no name/],
  [
    "a quote that is not closed",
    'a,b\n1,"x\n2,y\n',
    /line 2, column 2: the cell begins with " and is not closed before/,
  ],
  [
    "a quote that closes early",
    'a,b\n1,"x"y\n',
    /line 2, column 2: the cell's quotes close before the cell ends/,
  ],
  [
    "a space before a quote",
    'a,b\n1, "x"\n',
    /line 2, column 2: there is a space before the cell's opening "/,
  ],
  ["a zero byte", "a,b\n1,2\n3,x\0y\n", /line 3, column 2: the cell holds a zero byte/],
  ["a zero byte in quotes", 'a,b\n1,2\n"x\0y",4\n', /line 3, column 1: the cell holds a zero byte/],
  ["a lone carriage return", "a,b\n1,x\ry\n", /line 2, column 2: a line end of another kind/],
  ["a name twice", "a,b,a\n1,2,3\n", /line 1, column 3: "a" is the name of column 1 already/],
  ["an empty name", 'a,"",c\n1,2,3\n', /line 1, column 2: the header has no name for this column/],
  ["a name of two lines", '"a\nb",c\n1,2\n', /line 1, column 1: the name "a\\nb" holds a line end/],
  ["a blank name", "a, ,c\n1,2,3\n", /line 1, column 2: the header has no name for this column/],
  ["nothing", "", /made\.csv is empty/],
  ["empty lines only", "\n\n\n", /made\.csv has no content but empty lines/],
  ["a mark and nothing else", "\ufeff", /made\.csv has no content but empty lines/],
  ["no rows", "a,b\n", /made\.csv has a header line and no rows/],
  ["no rows and no line end", "a,b", /made\.csv has a header line and no rows/],
  [
    "a long cell",
    `a,b\n1,${"x".repeat(1_000_001)}\n`,
    /line 2, column 2: the cell has 1,000,001 bytes; 1,000,000 are/,
  ],
  [
    "a cell of 4 MB in quotes",
    `a,b\n1,"${"x".repeat(4_000_000)}"\n`,
    /line 2, column 2: .* not closed within 1,000,000 bytes/,
  ],
  ["a line of 4 MB", `a,b\n${"x".repeat(4_000_000)}`, /line 2/],
  [
    "10,001 columns",
    `${Array.from({ length: 10_001 }, (_, i) => `c${i}`)}\n`,
    /line 1: there are 10,001 columns; 10,000/,
  ],
  [
    "half a UTF-16 pair",
    utf16("a,b\n1,\ud800x\n"),
    /line 2, character \d+: half of a UTF-16 pair stands alone/,
  ],
  ["UTF-16 cut in the middle", utf16("a,b\n1,2\n").subarray(0, -1), /the text ends within a character/],
  [
    "UTF-8 with a byte that is none",
    bytes("a,b\né,2\n3,", 0xff, "\n"),
    /line 3, character \d+: the byte 0xff is not UTF-8/,
  ],
  [
    "UTF-8 that was said to be and is not",
    bytes("\ufeffa,b\n1,", 0xe9, "\n"),
    /line 2, character \d+: the byte 0xe9 is not UTF-8/,
  ],
  ["UTF-8 cut in a character", bytes("a,b\né,", 0xc3), /the text ends within a character/],
  [
    "bytes of no encoding",
    bytes("a,b\n1,", 0x81, "\n"),
    /line 2, character \d+: the byte 0x81 is neither UTF-8 nor Windows-1252/,
  ],
  ["a PNG image", bytes("", 0x89, "PNG\r\n", 0x1a, "\n"), /is a PNG image/],
  ["a workbook", bytes("PK", 3, "", 4, "x".repeat(100)), /is a ZIP archive or an Excel workbook/],
  ["an old workbook", bytes("", 0xd0, "", 0xcf, "", 0x11, "", 0xe0, "x"), /is an old Excel workbook/],
  ["a web page", "<!DOCTYPE html><p>404", /is a web page/],
  ["gzip cut short", gzipSync(`a,b\n${rows(9000, "1.5,2")}`).subarray(0, 40), /ends before its gzip data do/],
  ["damaged gzip", damaged(gzipSync(`a,b\n${rows(9)}`)), /holds damaged gzip data/],
  ["gzip in gzip", gzipSync(gzipSync("a,b\n1,2\n")), /is packed with gzip twice/],
  [
    "a gzip bomb",
    gzipSync(Buffer.alloc(150_000_000, "a"), { level: 1 }),
    /unpacks to more than 200 times its size/,
  ],
  ["a damaged Parquet file", "PAR1 and so on PAR1", /is a Parquet file that cannot be read/],
  [
    "JSON that ends early",
    '[{"a": 1}, {"a": ',
    /line 1, character \d+: the text ends, but a value should stand here/,
  ],
  ["a JSON list of numbers", "[1, 2]", /line 1, character \d+: a record should begin here/],
  [
    "a JSON object of columns",
    '{\n"columns": ["a"],\n"data": [[1]]}',
    /line 1, character \d+: .*one whole record on each line/,
  ],
  [
    "a JSON key twice",
    '[{"a": 1},\n{"a": 1, "a": 2}]',
    /line 2, character \d+: the record has the key "a" twice/,
  ],
  ["a bad JSON line", '{"a": 1}\n{"a": 2\n', /line 2, character \d+: the text ends, but } should stand here/],
  ["no JSON records", "[]", /holds no records/],
  ["a JSON zero character", '[{"a": "\\u0000"}]', /line 1, character \d+: a text holds a zero character/],
  ["half a pair in JSON", '[{"a": "\\ud800"}]', /line 1, character \d+: a text holds half of a UTF-16 pair/],
])("%s is refused with the place, the cause and what to do", async (_, content, message) => {
  await expect(examineContent(content)).rejects.toMatchObject({
    name: "Problem",
    code: "bad-dataset",
    message: expect.stringMatching(message),
    hint: expect.stringMatching(/\.$/),
  });
});

test.each<[why: string, wished: Wished, message: RegExp, hint: RegExp]>([
  ["a name that leads elsewhere", { name: "../x" }, /"\.\.\/x" cannot be the name/, /"x" would do/],
  ["an absolute name", { name: "/etc/passwd" }, /cannot be the name/, /"passwd" would do/],
  ["a device of Windows", { name: "con" }, /cannot be the name/, /"data-con" would do/],
  ["a name with spaces", { name: "Été 2024" }, /cannot be the name/, /"ete-2024" would do/],
  ["a hidden name", { name: ".x" }, /cannot be the name/, /"x" would do/],
  ["no name", { name: "" }, /cannot be the name/, /A name has small letters/],
  ["no licence", { licence: " " }, /A data set needs a licence/, /CC-BY-4\.0/],
  ["an unknown licence", { licence: "CC-BY-4" }, /"CC-BY-4" is no SPDX licence/, /Did you mean "CC-BY-/],
  ["no source", { source: "" }, /A data set needs a source/, /where the data come from/],
  [
    "a target that is no column",
    { target: "kid" },
    /--target needs the name of a column, got "kid"/,
    /Did you mean "kind"/,
  ],
  [
    "a group that is no column",
    { groups: ["x1"] },
    /--group needs the name of a column/,
    /The columns are: "x", "kind"\./,
  ],
  ["a time that is no column", { time: "constructor" }, /--time needs the name of a column/, /"x", "kind"/],
  ["a leak that is no column", { leaks: ["__proto__"] }, /--leaks needs the name of a column/, /"x", "kind"/],
  [
    "a target that is a leak",
    { target: "x", leaks: ["x"] },
    /"x" is the target and cannot be under --leaks/,
    /once/,
  ],
  ["a task without its target", { task: "regression" }, /The task regression needs a target/, /--target/],
])("%s is refused with what would do", async (_, wished, message, hint) => {
  await expect(examineContent("x,kind\n1,a\n2,b\n", wished)).rejects.toMatchObject({
    code: "usage",
    message: expect.stringMatching(message),
    hint: expect.stringMatching(hint),
  });
});

test.each<[why: string, content: string, wished: Wished, message: RegExp]>([
  [
    "one class",
    "x,kind\n1,a\n2,a\n",
    { target: "kind" },
    /column 2 \("kind"\): the target has only one class/,
  ],
  ["one value", "x,y\n1,2.5\n2,2.5\n", { target: "y" }, /the target has only one value/],
  ["no value at all", "x,kind\n1,\n2,\n", { target: "kind" }, /the target is missing in every row/],
  ["words to regress on", "x,y\n1,2\n2,b\n", { target: "y", task: "regression" }, /line 3 "b" is no number/],
])("a target with %s is refused", async (_, content, wished, message) => {
  await expect(examineContent(content, wished)).rejects.toMatchObject({
    code: "bad-dataset",
    message: expect.stringMatching(message),
  });
});

test("what is no file is refused before it is opened", async () => {
  const { root, temporaryFolder } = await makeFile("");
  const at = (name: string) => path.join(root, name);
  await mkdir(at("folder.csv"));
  await symlink(at("nowhere"), at("dangling.csv"));
  execFileSync("mkfifo", [at("pipe.csv")]);
  const examineFile = (file: string) =>
    examine(root, { file, name: "made", licence: "MIT", source: "A test" }, { temporaryFolder });
  await expect(examineFile(at("folder.csv"))).rejects.toThrow(/folder\.csv is a folder\.$/);
  await expect(examineFile(at("dangling.csv"))).rejects.toThrow(
    /dangling\.csv is a link that leads nowhere\.$/,
  );
  await expect(examineFile(at("none.csv"))).rejects.toThrow(/none\.csv is not there\.$/);
  await expect(examineFile(at("pipe.csv"))).rejects.toThrow(/pipe\.csv is a pipe, a socket or a device\.$/);
  await expect(examineFile("/dev/zero")).rejects.toThrow(/is a pipe, a socket or a device\.$/);
});

test("a file of zeros is refused at its first one", async () => {
  const made = await makeFile("");
  await truncate(made.file, 10_000_000);
  await expect(examineIn(made)).rejects.toThrow(/line 1/);
});

test("a name that is taken is refused, by a folder, a file or a link that leads nowhere", async () => {
  const made = await makeFile("a,b\n1,2\n");
  const datasets = path.join(made.root, "datasets");
  await mkdir(path.join(datasets, "one"), { recursive: true });
  await writeFile(path.join(datasets, "two"), "");
  await symlink(path.join(made.root, "nowhere"), path.join(datasets, "three"));
  for (const name of ["one", "two", "three"]) {
    await expect(examineIn(made, { name })).rejects.toThrow(`datasets/${name} exists already.`);
  }
});

test("a datasets folder that is a link is refused", async () => {
  const made = await makeFile("a,b\n1,2\n");
  await mkdir(path.join(made.root, "elsewhere"));
  await symlink(path.join(made.root, "elsewhere"), path.join(made.root, "datasets"));
  await expect(examineIn(made)).rejects.toMatchObject({ code: "locked" });
  expect(await readdir(path.join(made.root, "elsewhere"))).toEqual([]);
});

test("what was refused leaves nothing in the temporary folder", async () => {
  const made = await makeFile("a,b\n1,2\n3\n");
  await expect(examineIn(made)).rejects.toThrow("line 3");
  expect(await readdir(made.temporaryFolder)).toEqual([]);
});

test("an answer that there is not is refused", async () => {
  const csv = "x,kind\n1,a\n2,None\n";
  await expect(addContent(csv, {}, { "missing:kin": "value" })).rejects.toThrow(
    'There is no question "missing:kin".',
  );
  await expect(addContent(csv, {}, { "missing:kind": "no" })).rejects.toMatchObject({
    message: '"no" is no answer to "missing:kind".',
    hint: "The answers are: missing, value.",
  });
});

function utf16(text: string): Buffer {
  return Buffer.from(`\ufeff${text}`, "utf16le");
}

/** Texts and single bytes, one after the other. */
function bytes(...parts: (string | number)[]): Buffer {
  return Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from([part]))),
  );
}

function damaged(gzip: Buffer): Buffer {
  const copy = Buffer.from(gzip);
  copy[14] = (copy[14] ?? 0) ^ 0xff;
  copy[15] = (copy[15] ?? 0) ^ 0xff;
  return copy;
}
