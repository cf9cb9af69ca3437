import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { describe, expect, it } from "vitest";

import packageJson from "../package.json" with { type: "json" };
import { faultsOf } from "./architecture/rules.ts";
import { readSource } from "./architecture/source-file.ts";

const repository = resolve(import.meta.dirname, "..");
const { exports } = packageJson;

/** All code below a folder of the repository, by its path from there. */
function codeBelow(folder: string): string[] {
  return readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => /\.(ts|mjs|cjs)$/.test(path) && !path.includes("node_modules/"));
}

/** What is wrong in a tree of files, given as their texts. */
function faultsIn(tree: Readonly<Record<string, string>>): string[] {
  return faultsOf(
    Object.entries(tree).map(([path, text]) => readSource(path, text)),
    exports,
  );
}

describe("the repository", () => {
  // The learner's own exercises may import what they like; the judge has its say there.
  const paths = [...codeBelow("src"), ...codeBelow("lessons")].filter(
    (path) => !path.endsWith("/exercise.ts"),
  );
  const files = paths.map((path) => readSource(path, readFileSync(join(repository, path), "utf8")));

  it("is read: every part of it, and its imports", () => {
    for (const path of [
      "src/launch.mjs",
      "src/cli/main.ts",
      "src/ml/random.ts",
      "src/tensorflow/index.cjs",
    ]) {
      expect(paths).toContain(path);
    }
    expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThan(200);
  });

  it("imports one way, in files and functions of a readable size", () => {
    expect(faultsOf(files, exports)).toEqual([]);
  });
});

describe("an import that the table does not allow is found", () => {
  it.each([
    ["a value", 'import { b } from "../data/b.ts";'],
    ["a type", 'import type { B } from "../data/b.ts";'],
    ["a type in place", 'export type B = import("../data/b.ts").B;'],
    ["a re-export", 'export * from "../data/b.ts";'],
    ["a side effect", 'import "../data/b.ts";'],
    ["at run time", 'export const b = await import("../data/b.ts");'],
    ["by require", 'export const b = require("../data/b.ts");'],
    ["by the package's name", 'import { table } from "groundwork/data";'],
  ])("as %s", (_, line) => {
    const [fault, ...others] = faultsIn({ "src/ml/a.ts": `// first\n${line}\n`, "src/data/b.ts": "" });
    expect(fault).toMatch(/^src\/ml\/a\.ts:2 imports src\/data\/\w+\.ts; ml may import nothing of ours$/);
    expect(others).toEqual([]);
  });

  it.each([
    ["figures", 'import { Problem } from "../problem.ts";', "figures may import nothing of ours"],
    ["checks", 'import { Problem } from "../problem.ts";', "checks may import ml"],
    ["course", 'import { grade } from "../judge/grade.ts";', "course may import data, problem, compile"],
    ["judge", 'import { main } from "../cli/main.ts";', "judge may import course, checks, data"],
    ["ml", 'import { readFileSync } from "node:fs";', "ml touches nothing outside itself"],
    ["cli", 'import { x } from "groundwork/nowhere";', "package.json does not export"],
    ["cli", "await import(name);", "computes what it imports"],
  ])("in %s: %s", (part, line, words) => {
    expect(faultsIn({ [`src/${part}/a.ts`]: line })).toEqual([expect.stringContaining(words)]);
  });

  it.each([
    ["demo.ts", 'import { check } from "groundwork/checks";', "a lesson may import ml, data, figures"],
    ["demo.ts", 'import { shuffle } from "../../src/ml/random.ts";', "by the package's name"],
    ["checks.ts", 'import { bars } from "groundwork/figures";', "checks may import checks, ml, data"],
    ["checks.ts", 'import { mean } from "../02-describe/solution.ts";', "by the package's name"],
  ])("in a lesson's %s: %s", (file, line, words) => {
    expect(faultsIn({ [`lessons/06-x/${file}`]: line })).toEqual([expect.stringContaining(words)]);
  });

  it("but not in a comment or a string", () => {
    const text =
      '/** import("../data/b.ts") */\nexport const a = \'import "../data/b.ts"\'; // from "../data/b.ts"\n';
    expect(faultsIn({ "src/ml/a.ts": text })).toEqual([]);
  });
});

it("what the table allows passes", () => {
  const tree = {
    "src/launch.mjs": 'import "./compile.mjs";\nimport { killGroup } from "./judge/spawn-host.mjs";',
    "src/compile.mjs": 'import { readFileSync } from "node:fs";',
    "src/judge/spawn-host.mjs": 'import { compiled } from "../compile.mjs";',
    "src/judge/grade.ts": 'import "./spawn-host.mjs";\nimport { Problem } from "../problem.ts";',
    "src/problem.ts": "",
    "src/figures/bars.ts": 'import stringWidth from "fast-string-width";',
    "lessons/06-x/demo.ts":
      'import { bars } from "groundwork/figures";\nimport { fit } from "./solution.ts";',
    "lessons/06-x/mistakes/a.ts": 'export * from "../solution.ts";\nimport { Matrix } from "ml-matrix";',
  };
  expect(faultsIn(tree)).toEqual([]);
});

describe("cycles are found", () => {
  it("through several files, and through types", () => {
    const tree = {
      "src/ml/a.ts": 'import { b } from "./b.ts";',
      "src/ml/b.ts": 'export { c } from "./deeper/c.ts";',
      "src/ml/deeper/c.ts": 'import type { A } from "../a.ts";',
    };
    const [fault, ...others] = faultsIn(tree);
    expect(fault).toBe("src/ml/a.ts → src/ml/b.ts → src/ml/deeper/c.ts → src/ml/a.ts is a cycle");
    expect(others).toEqual([]);
  });

  it("but two ways to one file are none", () => {
    const tree = {
      "src/ml/a.ts": 'import "./b.ts";\nimport "./c.ts";',
      "src/ml/b.ts": 'import "./c.ts";',
      "src/ml/c.ts": "",
    };
    expect(faultsIn(tree)).toEqual([]);
  });
});

describe("size and place", () => {
  const lines = (count: number) => "work();\n".repeat(count);

  it("a file has at most 250 lines", () => {
    expect(faultsIn({ "src/ml/a.ts": lines(250) })).toEqual([]);
    expect(faultsIn({ "src/ml/a.ts": lines(251) })).toEqual(["src/ml/a.ts has 251 lines, over 250"]);
  });

  it.each([
    "export function long() {",
    "export const long = async () => {",
    "class A { long() {",
    "export default { get long() {",
  ])("a function has at most 50 lines: %s", (opening) => {
    const closing = "}".repeat(opening.split("{").length - 1);
    expect(faultsIn({ "src/ml/a.ts": `\n${opening}\n${lines(48)}${closing}` })).toEqual([]);
    expect(faultsIn({ "src/ml/a.ts": `\n${opening}\n${lines(49)}${closing}` })).toEqual([
      "src/ml/a.ts:2 is a function of 51 lines, over 50",
    ]);
  });

  it("no folder is called after nothing in particular, and each file belongs to a part", () => {
    expect(faultsIn({ "src/ml/utils/a.ts": "" })).toEqual([expect.stringContaining("a folder utils")]);
    expect(faultsIn({ "src/studio/a.ts": "" })).toEqual([expect.stringContaining("of no part")]);
  });
});
