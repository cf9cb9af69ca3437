import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { findLesson } from "../../src/course/find-lesson.ts";
import { Problem } from "../../src/problem.ts";

const fixture = resolve(import.meta.dirname, "../fixtures/course");

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "groundwork-find-"));
  cpSync(fixture, root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

/** What a person reads when there is no such lesson. */
function answerTo(wanted: string): { code: string; message: string; hint: string | undefined } {
  try {
    findLesson(root, wanted);
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, message: error.message, hint: error.hint };
  }
  throw new Error(`${wanted} was found`);
}

describe("findLesson", () => {
  it.each([
    "2",
    "02",
    " 002 ",
    "spread",
    "Spread",
    "02-spread",
    "lessons/02-spread",
    "./lessons/02-spread/",
    "lessons/02-spread/exercise.ts",
    "lessons\\02-spread\\mistakes\\one.ts",
    "/home/me/1/01-course/lessons/02-spread/exercise.ts",
  ])("finds lesson 2 by %j", (wanted) => {
    expect(findLesson(root, wanted)).toEqual({
      number: 2,
      name: "spread",
      folder: join(root, "lessons", "02-spread"),
    });
  });

  it.each([
    ["6", "5, extra"],
    ["22", "2, spread"],
    ["11", "1, mean"],
    ["8", "5, extra"],
    ["spraed", "2, spread"],
    ["05-extr", "5, extra"],
    ["02-sprad", "2, spread"],
    ["meen", "1, mean"],
  ])("offers for %j the nearest: %s", (wanted, nearest) => {
    expect(answerTo(wanted)).toMatchObject({
      code: "unknown-lesson",
      message: expect.stringContaining("There is no lesson"),
      hint: `Did you mean ${nearest}? \`npm run lesson\` lists the lessons.`,
    });
  });

  it.each(["", "999", "-1", "1e0", "1.0", "constructor", "../..", "lessons/exercise.ts"])(
    "offers nothing for %j, which is near to nothing",
    (wanted) => {
      expect(answerTo(wanted)).toMatchObject({
        code: "unknown-lesson",
        hint: "`npm run lesson` lists the lessons.",
      });
    },
  );

  it("repeats no control character of what was typed", () => {
    expect(answerTo("\u001b[31mred").message).not.toContain("\u001b");
  });

  it.each(["3", "03", "median", "03-median"])(
    "says that a planned lesson is not written yet: %j",
    (wanted) => {
      expect(answerTo(wanted)).toMatchObject({
        code: "unknown-lesson",
        message: "Lesson 3, median, is not written yet.",
      });
    },
  );

  it("offers the folder that has a renamed lesson's number", () => {
    renameSync(join(root, "lessons", "02-spread"), join(root, "lessons", "02-deviation"));
    expect(answerTo("spread").hint).toMatch(/^Did you mean 2, deviation\?/);
  });

  it("refuses a number that two folders have, and names both", () => {
    mkdirSync(join(root, "lessons", "2-again"));
    expect(answerTo("2")).toMatchObject({ code: "bad-lesson" });
    expect(answerTo("spread").message).toBe("lessons/2-again and lessons/02-spread have the same number, 2.");
    expect(findLesson(root, "1").name).toBe("mean");
  });

  it("refuses a folder without a lesson.md, and names it", () => {
    mkdirSync(join(root, "lessons", "09-empty"));
    expect(answerTo("9")).toMatchObject({
      code: "bad-lesson",
      message: "lessons/09-empty/lesson.md is missing.",
    });
  });
});
