import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { codeFrame, placeInStack } from "../../src/judge/source-place.ts";
import { checkOf, type OpenLesson, openLesson } from "./grade-text.ts";
import { makeFolder } from "./make-folder.ts";

let lesson: OpenLesson;
beforeAll(async () => {
  lesson = await openLesson("tests/fixtures/judge/centring");
});
afterAll(() => lesson.close());

/** The place that the verdict names for `centred`, and the text there, for an exercise with files beside it. */
async function placeOf(exercise: string, files: Record<string, string> = {}) {
  const file = join(makeFolder({ "exercise.ts": exercise, ...files }), "exercise.ts");
  const verdict = await lesson.grade(exercise, { file, runs: 3 });
  const { error } = checkOf(verdict, "centred");
  const { line = 0, column = 0, frame = "" } = error ?? verdict.trouble ?? {};
  return { text: exercise.split("\n")[line - 1]?.slice(column - 1), frame };
}

const types = "interface Row {\n  values: number[];\n}\n\ntype Rows = Row[];\n\n";

describe("an error", () => {
  it("points at the learner's own line and column, types and all", async () => {
    const { text, frame } = await placeOf(
      `${types}export function centred(X: number[][]): Rows {\n  const none = undefined as unknown as Rows;\n  return none.map((row) => row);\n}\n`,
    );
    expect(text).toBe("map((row) => row);");
    expect(frame).toContain(">  9 │   return none.map((row) => row);");
  });

  it("points into a callback", async () => {
    const { text } = await placeOf(
      `${types}export const centred = (X: number[][]) =>\n  X.map((row) =>\n    row.map((value: number) => {\n      throw new Error("here");\n    }),\n  );\n`,
    );
    expect(text).toBe('new Error("here");');
  });

  it("points into an async function, after an await", async () => {
    const { text } = await placeOf(
      `${types}export async function centred(X: number[][]): Promise<Rows> {\n  await null;\n  throw new RangeError("later");\n}\n`,
    );
    expect(text).toBe('new RangeError("later");');
  });

  it("points at the exercise's own line where a helper beside it throws", async () => {
    const call =
      'import { fail } from "./lib/fail.ts";\n\nexport function centred() {\n  return 1 + fail();\n}\n';
    const fail = 'export function fail(): number {\n  throw new Error("in the helper");\n}\n';
    expect((await placeOf(call, { "lib/fail.ts": fail })).text).toBe("fail();");
  });

  it.each(["se.ts", "lib/exercise.ts"])(
    "is not taken for one in the exercise when it is in %s",
    async (name) => {
      const call = `import { fail } from "./${name}";\n\nexport function centred() {\n  return 1 + fail();\n}\n`;
      const fail = 'export function fail(): number {\n  throw new Error("in the helper");\n}\n';
      expect((await placeOf(call, { [name]: fail })).text).toBe("fail();");
    },
  );

  it("points at what was thrown in a timer", async () => {
    const { text } = await placeOf(
      "export async function centred(): Promise<void> {\n  setTimeout(() => {\n    throw new Error();\n  });\n  await new Promise(() => undefined);\n}\n",
    );
    expect(text).toBe("new Error();");
  });

  it("points at what was thrown while the file was loaded", async () => {
    expect((await placeOf('const a = 1;\nthrow new Error("at once");\n')).text).toBe('new Error("at once");');
  });

  it("points at what can't be parsed", async () => {
    expect((await placeOf("export const a = 1;\nexport const b = ;\n")).text).toBe(";");
  });

  it("names the file where a helper can't be parsed, and shows its line", async () => {
    const code = 'import { b } from "./lib/b.ts";\n\nexport const centred = () => b;\n';
    const file = join(
      makeFolder({ "exercise.ts": code, "lib/b.ts": "// one\nexport const b = ;\n" }),
      "exercise.ts",
    );
    const { trouble } = await lesson.grade(code, { file });
    expect(trouble?.message).toContain(join("lib", "b.ts"));
    expect(trouble?.frame).toContain("> 2 │ export const b = ;");
  });
});

describe("placeInStack", () => {
  it("finds nothing in a stack or a map that makes no sense", () => {
    expect(placeInStack("at answer.mjs:1:1", "no map", "exercise.ts")).toBeNull();
    const map = JSON.stringify({ version: 3, sources: ["exercise.ts"], names: [], mappings: "" });
    for (const stack of ["", "at answer.mjs:0:0", "at answer.mjs:9999999:9999999", "answer.mjs:-1:x"]) {
      expect(placeInStack(stack, map, "exercise.ts")).toBeNull();
    }
  });
});

describe("codeFrame", () => {
  it("marks the place among its neighbours", () => {
    expect(codeFrame("const a = 1;\nreturn b;", { line: 2, column: 8 })).toBe(
      "  1 │ const a = 1;\n> 2 │ return b;\n    │        ^",
    );
  });

  it("keeps to the text when the place lies outside it", () => {
    expect(codeFrame("a", { line: 9, column: 900 }).length).toBeLessThan(200);
  });
});
