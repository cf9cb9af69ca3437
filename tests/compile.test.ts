import {
  chmodSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { describe, expect, it } from "vitest";

import { run } from "./cli/support/run.ts";
import { type TemporaryCourse, temporaryCourse } from "./cli/support/temporary-course.ts";

/** The files of a course's cache whose names match. */
function cachedFiles(course: TemporaryCourse, name: RegExp): string[] {
  const cache = course.path(".groundwork/cache");
  const files = readdirSync(cache, { recursive: true, encoding: "utf8" });
  return files.filter((file) => name.test(file)).map((file) => join(cache, file));
}

const damages: Record<string, (file: string) => void> = {
  "cut off": (file) => truncateSync(file, Math.floor(readFileSync(file).length / 2)),
  empty: (file) => truncateSync(file, 0),
  "zeros in its middle, as a power cut leaves them": (file) => {
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2)));
  },
  gone: (file) => rmSync(file),
};
const parts: Record<string, RegExp> = {
  "compiled code": /\.cjs$/,
  "V8's form of it": /\.v8$/,
  manifests: /manifest\.json$/,
  "data sets": /\.bin$/,
  "TypeScript's notes": /types.*\.json$/,
};

describe.each(Object.entries(parts))("a cache with damaged %s", (_part, name) => {
  it.each(Object.entries(damages))("is made anew or passed over: %s", async (_how, damage) => {
    const course = await temporaryCourse();
    await course.groundwork("lesson", "90");
    const files = cachedFiles(course, name);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) damage(file);
    expect(await course.groundwork("grade", "90")).toMatchObject({ code: 1, stderr: "" });
    expect(await course.groundwork("lesson", "90")).toMatchObject({ code: 0, stderr: "" });
  });
});

it("gives no Node the code that V8 has made for another", async () => {
  const course = await temporaryCourse();
  const other = course.path("other-node");
  copyFileSync(process.execPath, other);
  chmodSync(other, 0o755);
  const code = () => cachedFiles(course, /main\.cjs\..*\.v8$/);
  await course.groundwork("hint", "90");
  const before = code();
  const { code: exitCode } = await run(other, [course.path("src/launch.mjs"), "hint", "90"], {
    cwd: course.root,
  });
  expect(exitCode).toBe(0);
  expect(code().length).toBe(before.length + 1);
});

it("notices that a source file has changed", async () => {
  const course = await temporaryCourse();
  const source = course.read("src/cli/hint.ts");
  expect((await course.groundwork("hint", "--help")).stdout).toContain("one hint more each time");
  course.write("src/cli/hint.ts", source.replace("one hint more each time", "another hint each time"));
  expect((await course.groundwork("hint", "--help")).stdout).toContain("another hint each time");
});

it("notices that a lesson has changed: its checks, a mistake more, its demo", async () => {
  const course = await temporaryCourse();
  const folder = "lessons/90-middle";
  course.write(`${folder}/exercise.ts`, "export const meanOf = () => 7;\nexport const rangeOf = () => 7;\n");
  course.write(
    `${folder}/mistakes/seven.ts`,
    "/** You say seven. */\nexport const meanOf = () => 7;\nexport const rangeOf = () => 7;\n",
  );
  course.write(`${folder}/checks.ts`, course.read(`${folder}/checks.ts`).replace("points: 2", "points: 4"));
  course.write(`${folder}/demo.ts`, course.read(`${folder}/demo.ts`).replace("in the middle", "amid"));
  const { stdout } = await course.groundwork("grade", "90");
  expect(stdout).toContain("0 of 5 points");
  expect(stdout).toContain("You say seven.");
  expect((await course.groundwork("lesson", "90")).stdout).toContain("is 13.0 amid.");
});

it("lets several commands compile at once", async () => {
  const course = await temporaryCourse();
  rmSync(course.path(".groundwork/cache"), { recursive: true });
  const commands = [
    ["grade", "90"],
    ["grade", "6"],
    ["lesson", "90"],
    ["hint", "90"],
  ];
  const ended = await Promise.all(commands.map((args) => course.groundwork(...args)));
  expect(ended.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
    [1, 1, 0, 0].map((code) => ({ code, stderr: "" })),
  );
  expect(cachedFiles(course, /\.tmp$|[0-9a-f]{16}\.[0-9a-f]{8}$/)).toEqual([]);
});

describe("what keeps Groundwork from starting is told in a sentence", () => {
  it("where its own code does not compile, with file and line", async () => {
    const course = await temporaryCourse();
    course.write("src/cli/hint.ts", "export function define( {\n");
    const { code, stdout, stderr } = await course.groundwork("hint", "90");
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(/src\/cli\/hint\.ts:\d+:\d+/);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it.each(["grade", "lesson"])("where it can't keep its files: %s", async (command) => {
    const course = await temporaryCourse();
    rmSync(course.path(".groundwork"), { recursive: true });
    course.write(".groundwork", "");
    const { code, stdout, stderr } = await course.groundwork(command, "90");
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toContain(".groundwork");
    expect(stderr).not.toMatch(/^ +at /m);
  });
});
