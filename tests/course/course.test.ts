import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { listLessons, readLesson, readLessons } from "../../src/course/course.ts";

const fixture = resolve(import.meta.dirname, "../fixtures/course");

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "groundwork-course-"));
  cpSync(fixture, root, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

describe("listLessons", () => {
  it("lists the lesson folders in the order of their numbers, and nothing else", () => {
    mkdirSync(join(root, "lessons", "10-ten"));
    mkdirSync(join(root, "lessons", "node_modules"));
    writeFileSync(join(root, "lessons", "11-notes.md"), "");
    expect(listLessons(root)).toEqual([
      { number: 1, name: "mean", folder: join(root, "lessons", "01-mean") },
      { number: 2, name: "spread", folder: join(root, "lessons", "02-spread") },
      { number: 5, name: "extra", folder: join(root, "lessons", "05-extra") },
      { number: 10, name: "ten", folder: join(root, "lessons", "10-ten") },
    ]);
  });

  it("says that a folder without lessons is no course", () => {
    rmSync(join(root, "lessons"), { recursive: true });
    expect(() => listLessons(root)).toThrow(
      expect.objectContaining({ name: "Problem", code: "missing-file" }),
    );
  });
});

describe("readLesson", () => {
  it("joins the folder and what the lesson says about itself", () => {
    expect(readLessons(root).map(({ number, id, title }) => ({ number, id, title }))).toEqual([
      { number: 1, id: "mean", title: "The middle of things" },
      { number: 2, id: "spread", title: "How far apart things are" },
      { number: 5, id: "extra", title: "Something that the outline does not know" },
    ]);
  });

  it("keeps the id of a lesson whose folder gets another number and name", () => {
    renameSync(join(root, "lessons", "02-spread"), join(root, "lessons", "03-deviation"));
    expect(readLessons(root)[1]).toMatchObject({ number: 3, name: "deviation", id: "spread" });
  });

  it("names the lesson.md that is missing", () => {
    mkdirSync(join(root, "lessons", "10-ten"));
    const ten = () => readLesson({ number: 10, name: "ten", folder: join(root, "lessons", "10-ten") });
    expect(ten).toThrow(expect.objectContaining({ code: "bad-lesson" }));
    expect(ten).toThrow("lessons/10-ten/lesson.md is missing.");
  });

  it("names file and line of a fault", () => {
    writeFileSync(join(root, "lessons", "01-mean", "lesson.md"), "---\nid: mean\ntitle: [\n---\n");
    expect(() => readLessons(root)).toThrow(/^lessons\/01-mean\/lesson\.md:\d+: /);
  });
});

describe("readLessons", () => {
  it("passes over a folder that git left behind with nothing but an exercise in it", () => {
    mkdirSync(join(root, "lessons", "91-gone"));
    writeFileSync(join(root, "lessons", "91-gone", "exercise.ts"), "export {};\n");
    expect(readLessons(root).map(({ number }) => number)).not.toContain(91);
  });

  it("refuses two folders with the same number", () => {
    mkdirSync(join(root, "lessons", "2-again"));
    expect(() => readLessons(root)).toThrow("lessons/2-again and lessons/02-spread have the same number, 2.");
  });

  it("refuses two lessons with the same id, since they would share their progress", () => {
    cpSync(join(root, "lessons", "01-mean"), join(root, "lessons", "06-mean-again"), { recursive: true });
    expect(() => readLessons(root)).toThrow(
      "lessons/01-mean and lessons/06-mean-again have the same id, mean.",
    );
  });
});
