import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { describe, expect, it } from "vitest";

import { typeNotesOf } from "../../src/judge/type-notes.ts";
import { makeFolder } from "./make-folder.ts";

const repository = resolve(import.meta.dirname, "../..");

/** A course with one exercise in it, and the code and packages of this one. */
function makeCourse(files: Record<string, string>): { root: string; file: string } {
  const root = makeFolder(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`lessons/1/${name}`, text])),
  );
  for (const name of ["node_modules", "src"]) symlinkSync(join(repository, name), join(root, name));
  return { root, file: join(root, "lessons/1/exercise.ts") };
}

const wrong = "export const ok = 1;\nexport const mean: number = 'three';\n";

describe("what TypeScript says of an exercise", () => {
  it("names line, column and reason", async () => {
    const { root, file } = makeCourse({ "exercise.ts": wrong });
    expect(await typeNotesOf(root, file, wrong)).toEqual([
      {
        line: 2,
        column: 14,
        message: "Type 'string' is not assignable to type 'number'.",
        frame: expect.stringContaining("> 2 │ export const mean"),
      },
    ]);
  });

  it("is nothing for an exercise that prints, waits and copies", async () => {
    const code = `
      export async function slow(rows: number[][]): Promise<number[][]> {
        console.log(rows.length, performance.now());
        const timer = setTimeout(() => console.error("late"), 10);
        clearTimeout(timer);
        return structuredClone(rows);
      }`;
    const { root, file } = makeCourse({ "exercise.ts": code });
    expect(await typeNotesOf(root, file, code)).toEqual([]);
  });

  it("is nothing for an exercise without a fault, even one that uses Node", async () => {
    const code =
      'import { Matrix } from "ml-matrix";\nexport const a: number = new Matrix([[1]]).rows + process.pid;\n';
    const { root, file } = makeCourse({ "exercise.ts": code });
    expect(await typeNotesOf(root, file, code)).toEqual([]);
  });

  it("is about the exercise alone, not about a file beside it, whatever its name ends in", async () => {
    const code = 'export * from "./my-exercise.ts";\n';
    const { root, file } = makeCourse({ "exercise.ts": code, "my-exercise.ts": wrong });
    expect(await typeNotesOf(root, file, code)).toEqual([]);
  });

  it("is at most five notes", async () => {
    const code = Array.from({ length: 20 }, (_, i) => `export const a${i}: number = "x";`).join("\n");
    const { root, file } = makeCourse({ "exercise.ts": code });
    expect(await typeNotesOf(root, file, code)).toHaveLength(5);
  });

  it("is nothing for a text that is not on disk", async () => {
    const { root, file } = makeCourse({ "exercise.ts": "export const ok = 1;\n" });
    expect(await typeNotesOf(root, file, wrong)).toEqual([]);
  });

  it("is asked anew when what was kept is damaged", async () => {
    const { root, file } = makeCourse({ "exercise.ts": wrong });
    const kept = join(root, ".groundwork/cache/types");
    mkdirSync(kept, { recursive: true });
    writeFileSync(join(kept, "1.json"), '{"key":');
    expect(await typeNotesOf(root, file, wrong)).toHaveLength(1);
  });

  it("is told even where it can't be kept", async () => {
    const { root, file } = makeCourse({ "exercise.ts": wrong });
    writeFileSync(join(root, ".groundwork"), "a file where a folder should be");
    chmodSync(join(root, ".groundwork"), 0o400);
    expect(await typeNotesOf(root, file, wrong)).toHaveLength(1);
  });

  it("is nothing, and no failure, when the grading is cancelled", async () => {
    const { root, file } = makeCourse({ "exercise.ts": wrong });
    expect(await typeNotesOf(root, file, wrong, AbortSignal.abort())).toEqual([]);
  });
});
