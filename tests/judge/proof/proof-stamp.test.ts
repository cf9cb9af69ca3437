import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { beforeEach, describe, expect, it, onTestFinished } from "vitest";

import { openStamps } from "../../../src/judge/proof/proof-stamp.ts";

let root: string;
let lesson: { number: number; name: string; folder: string };
const file = (name: string) => join(root, name);

beforeEach(() => {
  const made = mkdtempSync(join(tmpdir(), "groundwork-stamp-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  root = made;
  lesson = { number: 6, name: "six", folder: file("lessons/06-six") };
  for (const folder of ["lessons/06-six/mistakes", "src/judge", "src/cli", "datasets/wine"])
    mkdirSync(file(folder), { recursive: true });
  for (const name of [
    "lessons/06-six/lesson.md",
    "src/judge/grade.ts",
    "src/cli/main.ts",
    "datasets/wine/data.csv",
  ])
    writeFileSync(file(name), name);
  const stamps = openStamps(root, "50 5");
  stamps.keep(lesson, stamps.stateOf(lesson));
});

const isUnchanged = (thoroughness = "50 5") => openStamps(root, thoroughness).holds(lesson);

describe("a lesson that has passed", () => {
  it("stays as it was while nothing changes, whatever the times of its files", () => {
    utimesSync(file("lessons/06-six/lesson.md"), 1, 1);
    expect(isUnchanged()).toBe(true);
  });

  it.each([
    "lessons/06-six/lesson.md",
    "lessons/06-six/mistakes/new.ts",
    "src/judge/grade.ts",
    "datasets/wine/data.csv",
    "package-lock.json",
  ])("has to pass again after a change of %s", (name) => {
    writeFileSync(file(name), "changed");
    expect(isUnchanged()).toBe(false);
  });

  it.each(["lessons/06-six/exercise.ts", "src/cli/main.ts", "lessons/06-six/.lesson.md.swp"])(
    "does not mind a change of %s",
    (name) => {
      writeFileSync(file(name), "changed");
      expect(isUnchanged()).toBe(true);
    },
  );

  it("has not passed a more thorough proof", () => {
    expect(isUnchanged("200 50")).toBe(false);
  });

  it("is forgotten when it fails", () => {
    openStamps(root, "50 5").keep(lesson, undefined);
    expect(isUnchanged()).toBe(false);
  });

  it("tells a name from a content, and one file from two", () => {
    writeFileSync(file("lessons/06-six/mistakes/a"), "b");
    const stamps = openStamps(root, "50 5");
    const state = stamps.stateOf(lesson);
    rmSync(file("lessons/06-six/mistakes/a"));
    writeFileSync(file("lessons/06-six/mistakes/b"), "a");
    expect(stamps.stateOf(lesson)).not.toBe(state);
  });
});
