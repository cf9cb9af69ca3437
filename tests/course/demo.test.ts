import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { afterAll, beforeEach, expect, it } from "vitest";

import { loadDemo } from "../../src/course/demo.ts";
import { openDataset, type Stage } from "../../src/data/index.ts";

const repository = resolve(import.meta.dirname, "../..");
const root = mkdtempSync(join(tmpdir(), "groundwork-demo-"));
for (const each of ["src", "datasets", "package.json", "package-lock.json"])
  cpSync(join(repository, each), join(root, each), { recursive: true });
symlinkSync(join(repository, "node_modules"), join(root, "node_modules"), "junction");
afterAll(() => rmSync(root, { recursive: true }));

const dataset = await openDataset(root, "wine");
const stage: Stage = { dataset, table: dataset.table };

let folder = "";
let number = 0;
beforeEach(() => {
  folder = join(root, "lessons", `${++number}-some`);
  mkdirSync(folder, { recursive: true });
});

function load(text: string) {
  writeFileSync(join(folder, "demo.ts"), text);
  return loadDemo(root, folder);
}

it("runs a step on the data, with the library by its package name", async () => {
  const { run } = await load(
    'import { accuracyScore } from "groundwork/metrics";\n' +
      "export const two = ({ table }) => [table.nRows, accuracyScore([1, 0], [1, 1])];\n",
  );
  expect(await run("two", stage)).toEqual([178, 0.5]);
});

it("waits for a step that takes its time", async () => {
  const { run } = await load("export async function later() {\n  return 7;\n}\n");
  expect(await run("later", stage)).toBe(7);
});

it("knows its steps by name, and its facts apart from them", async () => {
  const demo = await load(
    "export function one() {\n  return 1;\n}\n\nexport function facts() {\n  return { nearest: 2 };\n}\n\nexport const three = 3;\n",
  );
  expect(demo.steps).toEqual(["one"]);
  expect(await demo.facts(stage)).toEqual({ nearest: 2 });
});

it("has no facts where a lesson names none", async () => {
  const { facts } = await load("export function one() {\n  return 1;\n}\n");
  expect(await facts(stage)).toEqual({});
});

const one = "export function one() {\n  return [1].map((x) => {\n    return x;\n  });\n}";

it.each([
  ["with a newline at each end of a line", "\n"],
  ["as Windows ends lines", "\r\n"],
])("gives a step's own source, without what stands around it, %s", async (_name, lineEnd) => {
  const text = `/** One. */\n${one}\n\nfunction two() {\n  return 2;\n}\n`;
  const { sourceOf } = await load(text.replaceAll("\n", lineEnd));
  expect(sourceOf("one")).toBe(one);
  expect(sourceOf("on")).toBe("");
});

it("notices a change of the demo, and of what it imports", async () => {
  writeFileSync(join(folder, "beside.ts"), "export const two = 2;\n");
  const text = 'import { two } from "./beside.ts";\nexport function one() {\n  return two;\n}\n';
  expect(await (await load(text)).run("one", stage)).toBe(2);
  writeFileSync(join(folder, "beside.ts"), "export const two = 22;\n");
  expect(await (await load(text)).run("one", stage)).toBe(22);
});

it.each([
  ["that does not compile", "export function (", /demo\.ts does not compile:\n.*demo\.ts:1:\d+/s],
  ["that throws when it is loaded", 'throw new Error("no luck");', /demo\.ts can't be loaded: no luck/],
  [
    "with a package that is not there",
    'import "no-such-package";',
    /demo\.ts can't be loaded: .*no-such-package/s,
  ],
])("calls a demo %s a faulty lesson", async (_name, text, message) => {
  await expect(load(text)).rejects.toMatchObject({
    code: "bad-lesson",
    message: expect.stringMatching(message),
  });
});

it("calls it a faulty lesson when a step fails on a data set, or is not there", async () => {
  const { run } = await load('export function one() {\n  throw new Error("no column");\n}\n');
  await expect(run("one", stage)).rejects.toMatchObject({
    code: "bad-lesson",
    message: expect.stringMatching(/demo\.ts: one fails on wine: no column$/),
  });
  await expect(run("two", stage)).rejects.toMatchObject({
    code: "bad-lesson",
    message: expect.stringMatching(/exports no function two/),
  });
});

it("calls a lesson without a demo faulty", async () => {
  await expect(loadDemo(root, folder)).rejects.toMatchObject({
    code: "bad-lesson",
    message: expect.stringMatching(/demo\.ts is missing/),
  });
});
