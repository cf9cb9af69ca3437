import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";

import { describe, expect, it, onTestFinished } from "vitest";

import { listLessons } from "../src/course/course.ts";
import { exerciseFile, starterOf } from "../src/course/exercise-file.ts";

const repository = resolve(import.meta.dirname, "..");

/**
 * The exercises that are not what their solutions give. A learner edits them, so an exercise is also right as git has it; an author
 * derives before git has anything, so it is also right as it stands.
 */
function astray(root: string): string[] {
  return listLessons(root)
    .filter((lesson) => {
      const file = exerciseFile(lesson);
      const texts = [textInGit(root, file), existsSync(file) ? readFileSync(file, "utf8") : undefined];
      return !texts.includes(starterOf(lesson));
    })
    .map((lesson) => relative(root, exerciseFile(lesson)).replaceAll("\\", "/"));
}

/** What is staged or committed of a file; undefined where git is missing or does not know it. */
function textInGit(root: string, file: string): string | undefined {
  const { status, stdout } = git(root, "show", `:./${relative(root, file).replaceAll("\\", "/")}`);
  return status === 0 ? stdout : undefined;
}

function git(root: string, ...args: string[]) {
  return spawnSync("git", args, { cwd: root, encoding: "utf8" });
}

it("each exercise in the repository is what its solution gives; `npm run course derive` writes it", () => {
  expect(listLessons(repository)).not.toEqual([]);
  expect(astray(repository)).toEqual([]);
});

describe("an exercise that is something else", () => {
  const exercise = "lessons/01-mean/exercise.ts";

  function copyOfCourse(): string {
    const root = mkdtempSync(join(tmpdir(), "groundwork-starters-"));
    onTestFinished(() => rmSync(root, { recursive: true }));
    cpSync(join(repository, "tests/fixtures/course"), root, { recursive: true });
    return root;
  }

  it("is found where there is no git", () => {
    const root = copyOfCourse();
    expect(astray(root)).toEqual([]);
    appendFileSync(join(root, exercise), "// edited\n");
    expect(astray(root)).toEqual([exercise]);
  });

  it("is a learner's own until git has it", () => {
    const root = copyOfCourse();
    git(root, "init", "--quiet");
    git(root, "add", ".");
    appendFileSync(join(root, exercise), "// edited\n");
    expect(astray(root)).toEqual([]);
    git(root, "add", ".");
    expect(astray(root)).toEqual([exercise]);
  });

  it("is found when the solution went on without it", () => {
    const root = copyOfCourse();
    git(root, "init", "--quiet");
    git(root, "add", ".");
    appendFileSync(join(root, "lessons/01-mean/solution.ts"), "export const more = 1;\n");
    expect(astray(root)).toEqual([exercise]);
  });
});
