import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

import { describe } from "vitest";

import { acceptsAll, refusesAll } from "./bad-file.ts";

const isWindows = process.platform === "win32";
const table = "a,b\n1,2\n";

describe("names", () => {
  const names = [
    "../x",
    "../../x",
    "/etc/x",
    "",
    ".",
    "..",
    "a/b",
    "a\\b",
    "con",
    "nul.txt",
    "A B",
    "Oaks",
    "x".repeat(300),
    "x\0y",
    "x\ny",
    ".hidden",
    "-x",
    "x.",
    "ä",
    "kept/../x",
    "C:x",
    "__proto__",
    "%2e%2e",
  ];
  refusesAll(
    names.map((name) => ({
      what: `the name ${JSON.stringify(name).slice(0, 30)}`,
      content: table,
      wish: { name },
      code: "usage",
      message: /cannot be the name of a data set/,
      hint: /A name has small letters/,
    })),
  );
  refusesAll([
    {
      what: "a name that is taken",
      content: table,
      wish: { name: "kept" },
      code: "usage",
      message: /datasets\/kept exists already/,
      hint: /npm run dataset remove kept/,
    },
    {
      what: "a name that a file has",
      content: (file, course) => {
        writeFileSync(file, table);
        writeFileSync(path.join(course, "datasets", "made"), "x");
      },
      code: "usage",
      message: /datasets\/made exists already/,
    },
  ]);
  acceptsAll([
    {
      what: "the name constructor",
      content: table,
      wish: { name: "constructor" },
      columns: [
        ["a", "integer", [1]],
        ["b", "integer", [2]],
      ],
    },
    {
      what: "a name of 64 letters",
      content: table,
      wish: { name: "x".repeat(64) },
      columns: [
        ["a", "integer", [1]],
        ["b", "integer", [2]],
      ],
    },
    {
      what: "a title and a description full of marks",
      content: table,
      wish: { title: "# <b>\x1b[31m\n---\nx", description: "```\n| x |", source: "[x](javascript:0)\n# y" },
      columns: [
        ["a", "integer", [1]],
        ["b", "integer", [2]],
      ],
    },
  ]);
});

describe.skipIf(isWindows)("a datasets folder that leads elsewhere", () => {
  const instead = (make: (datasets: string, outside: string) => void) => (file: string, course: string) => {
    writeFileSync(file, table);
    rmSync(path.join(course, "datasets"), { recursive: true });
    make(path.join(course, "datasets"), path.dirname(file));
  };
  refusesAll([
    {
      what: "a link to another folder",
      content: instead((datasets, outside) => {
        mkdirSync(path.join(outside, "elsewhere"));
        symlinkSync(path.join(outside, "elsewhere"), datasets);
      }),
      code: "locked",
      message: /datasets is a link or a file, not a folder/,
    },
    {
      what: "a link to nowhere",
      content: instead((datasets) => symlinkSync("/nowhere/at/all", datasets)),
      code: "locked",
      message: /datasets is a link or a file/,
    },
    {
      what: "a file",
      content: instead((datasets) => writeFileSync(datasets, "")),
      code: "locked",
      message: /datasets is a link or a file/,
    },
    {
      what: "a data set that is a link to nowhere",
      content: (file, course) => {
        writeFileSync(file, table);
        symlinkSync("/nowhere/at/all", path.join(course, "datasets", "made"));
      },
      code: "usage",
      message: /datasets\/made exists already/,
    },
  ]);
});
