import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

import { describe } from "vitest";

import { acceptsAll, type RefusedFile, refusesAll } from "./bad-file.ts";
import { bytes } from "./bytes.ts";

const isWindows = process.platform === "win32";
const isRoot = process.getuid?.() === 0;
const table = "a,b\n1,2\n";

describe("what is no table", () => {
  refusesAll([
    { what: "an empty file", content: "", message: /made\.csv is empty/ },
    {
      what: "a PNG image",
      content: bytes("", 0x89, "PNG\r\n", 0x1a, "\n", 0, 0, 0, 13, "IHDR"),
      message: /is a PNG image/,
    },
    {
      what: "a workbook",
      content: bytes("PK", 3, 4, "x".repeat(100)),
      message: /is a ZIP archive or an Excel workbook/,
      hint: /CSV/,
    },
    {
      what: "an old workbook",
      content: bytes("", 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1),
      message: /is an old Excel workbook/,
    },
    { what: "a database", content: bytes("SQLite format 3", 0, 0x10, 0), message: /is an SQLite database/ },
    {
      what: "a PDF document",
      content: bytes("%PDF-1.7\n%", 0xe2, 0xe3, 0xcf, 0xd3, "\n"),
      message: /is a PDF document/,
    },
    { what: "a program", content: bytes("", 0x7f, "ELF", 2, 1, 1, 0), message: /is a program/ },
    {
      what: "a web page",
      content: "\n  <!doctype HTML><html><title>404</title>\n",
      message: /is a web page/,
      hint: /Download/,
    },
    {
      what: "a web page that begins with a comment",
      content: "<HTML>\n<!-- x -->\n",
      message: /is a web page/,
    },
    {
      what: "a tar archive",
      content: bytes("a.csv", ...Array.from({ length: 252 }, () => 0), "ustar", 0),
      message: /zero byte|tar/,
    },
    {
      what: "bytes by chance",
      content: Buffer.from(Array.from({ length: 4000 }, (_, i) => ((i * i * 7919 + i * 104729) >> 3) & 255)),
      message: /made\.csv/,
    },
    { what: "a folder", content: (file) => mkdirSync(file), message: /is a folder/ },
    {
      what: "no file",
      content: () => {},
      code: "missing-file",
      message: /made\.csv is not there/,
      hint: /Looked for it in/,
    },
    {
      what: "a path through a file",
      content: (file) => writeFileSync(path.dirname(file), table),
      fileName: "x/made.csv",
      code: "missing-file",
      message: /is not there/,
    },
  ] satisfies RefusedFile[]);
});

describe.skipIf(isWindows)("links, pipes and devices", () => {
  refusesAll([
    {
      what: "a link that leads nowhere",
      content: (file) => symlinkSync("/nowhere/at/all", file),
      code: "missing-file",
      message: /is a link that leads nowhere/,
    },
    {
      what: "a link that leads to itself",
      content: (file) => symlinkSync(file, file),
      code: "missing-file",
      message: /is a link that leads nowhere/,
    },
    {
      what: "a link to a folder",
      content: (file) => symlinkSync(path.dirname(file), file),
      message: /is a folder/,
    },
    {
      what: "a pipe that nobody writes to",
      content: (file) => execFileSync("mkfifo", [file]),
      message: /is a pipe, a socket or a device/,
      hint: /Write the data to a file/,
    },
    {
      what: "the device of nothing",
      content: (file) => symlinkSync("/dev/null", file),
      message: /is a pipe, a socket or a device/,
    },
    {
      what: "the device of zeros without end",
      content: (file) => symlinkSync("/dev/zero", file),
      message: /is a pipe, a socket or a device/,
    },
  ]);
  acceptsAll([
    {
      what: "a link to a table",
      content: (file) => {
        writeFileSync(`${file}.old`, table);
        symlinkSync(`${file}.old`, file);
      },
      columns: [
        ["a", "integer", [1]],
        ["b", "integer", [2]],
      ],
    },
    {
      what: "a file whose name holds quotes, a pattern and an escape code",
      fileName: "it's [1] *?\x1b[31m $(x).csv",
      content: table,
      columns: [
        ["a", "integer", [1]],
        ["b", "integer", [2]],
      ],
    },
  ]);
});

describe.skipIf(isWindows || isRoot)("permissions", () => {
  refusesAll([
    {
      what: "a file that may not be read",
      content: (file) => {
        writeFileSync(file, table);
        chmodSync(file, 0o000);
      },
      code: "locked",
      message: /may not be read/,
    },
    {
      what: "a datasets folder that may not be written",
      content: (file, course) => {
        writeFileSync(file, table);
        chmodSync(path.join(course, "datasets"), 0o500);
      },
      code: "locked",
      message: /datasets\/made cannot be written/,
    },
  ]);
});
