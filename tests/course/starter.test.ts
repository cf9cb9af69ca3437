import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { describe, expect, it } from "vitest";

import { deriveStarter } from "../../src/course/starter.ts";

const repository = resolve(import.meta.dirname, "../..");
const fixture = resolve(import.meta.dirname, "../fixtures/course");
const file = "lessons/06-normalization/solution.ts";

/** The starter without its header, from lines and to lines. */
function starterOf(...solution: string[]): string[] {
  return deriveStarter(solution.join("\n"), file).split("\n").slice(3);
}

/** What is wrong with a solution, and on which line. */
function faultOf(...solution: string[]): string {
  try {
    deriveStarter(solution.join("\n"), file);
  } catch (error) {
    expect(error).toMatchObject({ name: "Problem", code: "bad-lesson" });
    return error instanceof Error ? error.message : "";
  }
  return "no fault";
}

describe("deriveStarter", () => {
  it("keeps docstring, signature and types, and puts an error where the answer stood", () => {
    const starter = starterOf(
      "/** Means of the columns of X. */",
      "export async function means(",
      "  X: number[][],",
      "): Promise<number[]> {",
      "  // answer:",
      "  if (X.length === 0) {",
      "    return [];",
      "  }",
      "",
      "  return X[0];",
      "  // end",
      "}",
      "",
    );
    expect(starter).toEqual([
      "/** Means of the columns of X. */",
      "export async function means(",
      "  X: number[][],",
      "): Promise<number[]> {",
      '  throw new Error("Not written yet: means");',
      "}",
      "",
    ]);
  });

  it("tells in two lines what to do and the command that grades it", () => {
    const solution = "export function one() {\n  // answer:\n  return 1;\n  // end\n}\n";
    const header = (path: string) => deriveStarter(solution, path).split("\n").slice(0, 3);
    expect(header("a/lessons/06-x/solution.ts")).toEqual([
      expect.stringMatching(/^\/\/ .*Not written yet/),
      expect.stringMatching(/^\/\/ .*npm run grade 6$/),
      "",
    ]);
    expect(header("solution.ts")[1]).toMatch(/npm run grade$/);
  });

  it.each([
    ["export function* one() {", "one"],
    ["export const one = (x: number): number => {", "one"],
    ["export const one = function (x: number) {", "one"],
  ])("names the function that begins with %s", (opening, name) => {
    expect(starterOf(opening, "  // answer:", "  return 1;", "  // end", "}")[1]).toBe(
      `  throw new Error("Not written yet: ${name}");`,
    );
  });

  it.each([
    ["fit(X: number[][]) {"],
    ["async fit<T>(X: T) {"],
    ["static fit(", "  X: number,", "): void {"],
    ["readonly fit = (x: number) => {"],
  ])("names a method with its class: %s", (...member) => {
    const starter = starterOf(
      "export class Net extends Base {",
      "  // what it learned",
      "  w = [0];",
      "",
      ...member.map((line) => `  ${line}`),
      "    // answer:",
      "    this.w = [1];",
      "    // end",
      "  }",
      "}",
    );
    expect(starter.at(-3)).toBe('    throw new Error("Not written yet: Net.fit");');
  });

  it("can leave a part of a function to the learner, also in several places", () => {
    const starter = starterOf(
      "export function sign(x: number): number {",
      "  if (x < 0) {",
      "    // answer:",
      "    return -1;",
      "    // end",
      "  } else if (x > 0) {",
      "    // answer:",
      "    return 1;",
      "    // end",
      "  }",
      "  return 0;",
      "}",
    );
    const todo = '    throw new Error("Not written yet: sign");';
    expect(starter).toEqual([
      "export function sign(x: number): number {",
      "  if (x < 0) {",
      todo,
      "  } else if (x > 0) {",
      todo,
      "  }",
      "  return 0;",
      "}",
    ]);
  });

  it("leaves out the answer's own helpers and the imports that go with it, and no line too many or too few", () => {
    const starter = starterOf(
      'import { readFileSync } from "node:fs";',
      "",
      'import danfo from "danfojs-node";',
      'import type { Matrix as M } from "ml-matrix";',
      "import {",
      "  columnDeviations,",
      "  type Columns,",
      "  columnMeans,",
      '} from "groundwork/preprocessing";',
      'import * as tf from "@tensorflow/tfjs-node";',
      'import "side-effect";',
      "",
      "// answer:",
      "/** Rows of X. */",
      "function rowsOf(X: M) {",
      "  return readFileSync(X) + danfo.x;",
      "}",
      "// end",
      "",
      "/** {@link columnDeviations} without columnDeviations. */",
      "export function means(X: Columns) {",
      "  const given = [...columnMeans, X.M, tf];",
      "  // answer:",
      "  return rowsOf(given, columnDeviations);",
      "  // end",
      "}",
    );
    expect(starter).toEqual([
      'import { type Columns, columnMeans } from "groundwork/preprocessing";',
      'import * as tf from "@tensorflow/tfjs-node";',
      'import "side-effect";',
      "",
      "/** {@link columnDeviations} without columnDeviations. */",
      "export function means(X: Columns) {",
      "  const given = [...columnMeans, X.M, tf];",
      '  throw new Error("Not written yet: means");',
      "}",
    ]);
  });

  it("breaks a shortened import as the formatter does", () => {
    const names = Array.from({ length: 9 }, (_, i) => `somethingLong${i}`);
    const starter = starterOf(
      "import {",
      ...[...names, "unused"].map((name) => `  ${name},`),
      '} from "groundwork";',
      "export function all() {",
      `  const given = [${names}];`,
      "  // answer:",
      "  return given;",
      "  // end",
      "}",
    );
    expect(starter.slice(0, 11)).toEqual([
      "import {",
      ...names.map((name) => `  ${name},`),
      '} from "groundwork";',
    ]);
  });

  it("gives the same starter for a solution with Windows line ends", () => {
    const solution = readFileSync(join(fixture, "lessons/02-spread/solution.ts"), "utf8");
    expect(deriveStarter(solution.replaceAll("\n", "\r\n"), file)).toBe(deriveStarter(solution, file));
  });

  it.each([
    ["an answer that never ends", 2, ["export function f() {", "  // answer:", "  return 1;", "}"]],
    ["an end without a beginning", 2, ["export function f() {", "  // end", "}"]],
    ["an answer in an answer", 3, ["export function f() {", "  // answer:", "  // answer:", "  // end", "}"]],
    ["no answer at all", 1, ["export function f() {", "  return 1;", "}"]],
    ["only helpers marked", 1, ["// answer:", "const a = 1;", "// end"]],
    ["a function nobody can import", 2, ["function f() {", "  // answer:", "  // end", "}"]],
    ["an answer after its function", 4, ["export function f() {", "}", "", "  // answer:", "  // end"]],
    [
      "an answer in a class but in no method",
      2,
      ["export class A {", "  // answer:", "  x = 1;", "  // end", "}"],
    ],
    ["an answer in an object", 2, ["export const a = {", "  // answer:", "  x: 1,", "  // end", "};"]],
    ["an exported declaration left out", 2, ["// answer:", "export const a = 1;", "// end"]],
    [
      "code that the starter would never reach",
      6,
      ["export function f() {", "  // answer:", "  let a = 1;", "  // end", "", "  return a;", "}"],
    ],
    [
      "an answer that leaves its block",
      5,
      ["export function f() {", "  if (a) {", "    // answer:", "    return 1;", "  }", "  // end", "}"],
    ],
    [
      "markers of different depth",
      4,
      ["export function f() {", "  // answer:", "  if (a) {", "    // end", "  }", "}"],
    ],
  ])("refuses %s, and names the line", (_, line, solution) => {
    expect(faultOf(...solution)).toMatch(new RegExp(`^${file}:${line}: \\S`));
  });

  it.each(["//answer:", "// Answer:", "// answer", "// answer: the mean", "return 1; // answer:"])(
    "refuses a marker with a slip, which would give the answer away: %s",
    (marker) => {
      expect(faultOf("export function f() {", `  ${marker}`, "  return 1;", "  // end", "}")).toContain(
        `${file}:2`,
      );
    },
  );

  it.each(["//end", "// End", "// end.", "return 1; // end"])("refuses an end with a slip: %s", (marker) => {
    expect(faultOf("export function f() {", "  // answer:", `  ${marker}`, "}")).toContain(`${file}:3`);
  });
});

describe("the fixture's starters", () => {
  const lessons = ["01-mean", "02-spread", "05-extra"];

  it.each(lessons)("are what their solutions give: %s", (lesson) => {
    const solution = join(fixture, "lessons", lesson, "solution.ts");
    expect(readFileSync(join(solution, "..", "exercise.ts"), "utf8")).toBe(
      deriveStarter(readFileSync(solution, "utf8"), solution),
    );
  });

  it("pass the formatter, the linter and the type check as they are", () => {
    const folder = mkdtempSync(join(tmpdir(), "groundwork-starter-"));
    try {
      cpSync(fixture, folder, { recursive: true });
      symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"), "junction");
      const biome = JSON.parse(readFileSync(join(repository, "biome.json"), "utf8"));
      writeFileSync(join(folder, "biome.json"), JSON.stringify({ ...biome, vcs: undefined }));
      const tsconfig = { extends: join(repository, "lessons/tsconfig.json"), include: ["lessons"] };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(tsconfig));
      writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
      const run = (command: string, ...args: string[]) =>
        spawnSync(process.execPath, [join(repository, "node_modules", command), ...args], {
          cwd: folder,
          encoding: "utf8",
        });
      const biomeRun = run("@biomejs/biome/bin/biome", "check", "--diagnostic-level=error", "lessons");
      expect(biomeRun).toMatchObject({
        status: 0,
        stderr: "",
        stdout: expect.stringContaining("Checked 9 files"),
      });
      expect(run("typescript/bin/tsc", "--noEmit")).toMatchObject({ status: 0, stdout: "" });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
