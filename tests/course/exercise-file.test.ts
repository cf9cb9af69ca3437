import {
  cpSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { exerciseFile, resetExercise, starterOf, undoReset } from "../../src/course/exercise-file.ts";
import { keepText, listKept } from "../../src/course/kept-texts.ts";

const fixture = resolve(import.meta.dirname, "../fixtures/course");
const now = new Date("2026-11-20T13:38:49.123Z");

let root: string;
let lesson: { id: string; folder: string };
let exercise: string;
let starter: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "groundwork-exercise-"));
  cpSync(fixture, root, { recursive: true });
  lesson = { id: "mean", folder: join(root, "lessons", "01-mean") };
  exercise = exerciseFile(lesson);
  starter = readFileSync(exercise, "utf8");
});
afterEach(() => rmSync(root, { recursive: true }));

const present = () => readFileSync(exercise, "utf8");
const keptTexts = () => listKept(root, "mean").map(({ file }) => readFileSync(file, "utf8"));
const reset = () => resetExercise(root, lesson, now);
const undo = (sequence?: number) => undoReset(root, lesson, now, sequence);

describe("resetExercise", () => {
  it("keeps the learner's text and its time, and makes the exercise the starter", () => {
    writeFileSync(exercise, "mine");
    const kept = reset();
    expect(present()).toBe(starter);
    expect(kept).toMatchObject({ sequence: 1, at: "2026-11-20T13:38:49Z" });
    expect(kept?.file).toMatch(/\.groundwork.kept.mean.0001-2026-11-20T13-38-49Z-[0-9a-f]{8}\.ts$/);
    expect(readFileSync(kept?.file ?? "", "utf8")).toBe("mine");
    expect(listKept(root, "mean")).toEqual([kept]);
  });

  it("keeps nothing when the exercise is the starter already", () => {
    expect(reset()).toBeUndefined();
    expect(keptTexts()).toEqual([]);
  });

  it("writes the starter when there is no exercise", () => {
    unlinkSync(exercise);
    expect(reset()).toBeUndefined();
    expect(present()).toBe(starter);
  });

  it("keeps an empty text, and bytes that are not valid text, exactly", () => {
    writeFileSync(exercise, "");
    reset();
    const bytes = Buffer.from([0xff, 0xfe, 0x00, 0x0d, 0x0a]);
    writeFileSync(exercise, bytes);
    reset();
    expect(listKept(root, "mean").map(({ file }) => readFileSync(file))).toEqual([Buffer.from(""), bytes]);
  });

  it("changes nothing when the solution cannot give a starter", () => {
    writeFileSync(exercise, "mine");
    writeFileSync(join(lesson.folder, "solution.ts"), "export const none = 1;\n");
    expect(reset).toThrow("lessons/01-mean/solution.ts:1: needs an answer");
    unlinkSync(join(lesson.folder, "solution.ts"));
    expect(reset).toThrow(expect.objectContaining({ name: "Problem", code: "missing-file" }));
    expect(present()).toBe("mine");
    expect(keptTexts()).toEqual([]);
  });

  it("finds what was kept after the folder was renamed, since it goes by the lesson's id", () => {
    writeFileSync(exercise, "mine");
    reset();
    lesson = { id: "mean", folder: join(root, "lessons", "07-average") };
    renameSync(join(root, "lessons", "01-mean"), lesson.folder);
    exercise = exerciseFile(lesson);
    undo();
    expect(present()).toBe("mine");
  });

  it.skipIf(process.platform === "win32")("leaves an exercise that is a link a link", () => {
    const elsewhere = join(root, "mine.ts");
    renameSync(exercise, elsewhere);
    symlinkSync(elsewhere, exercise);
    writeFileSync(exercise, "mine");
    reset();
    expect(lstatSync(exercise).isSymbolicLink()).toBe(true);
    expect(readFileSync(elsewhere, "utf8")).toBe(starter);
    expect(keptTexts()).toEqual(["mine"]);
  });
});

describe("undoReset", () => {
  it("brings the learner's text back, and done twice changes nothing", () => {
    writeFileSync(exercise, "mine");
    const kept = reset();
    expect(undo().restored).toEqual(kept);
    expect(present()).toBe("mine");
    undo();
    expect(present()).toBe(starter);
    undo();
    expect(present()).toBe("mine");
    expect(keptTexts().sort()).toEqual([starter, "mine"].sort());
  });

  it("keeps what was written since, and says where", () => {
    writeFileSync(exercise, "one");
    reset();
    writeFileSync(exercise, "two");
    const { kept } = undo();
    expect(present()).toBe("one");
    expect(readFileSync(kept?.file ?? "", "utf8")).toBe("two");
    undo();
    expect(present()).toBe("two");
  });

  it("brings any kept text back by its number", () => {
    for (const text of ["one", "two", "three"]) {
      writeFileSync(exercise, text);
      reset();
    }
    undo(2);
    expect(present()).toBe("two");
    expect(undo(2).kept).toBeUndefined();
    expect(() => undo(9)).toThrow("There is no kept text 9 of mean.");
  });

  it("brings the text back when there is no exercise", () => {
    writeFileSync(exercise, "mine");
    reset();
    unlinkSync(exercise);
    expect(undo().kept).toBeUndefined();
    expect(present()).toBe("mine");
  });

  it("says that there is nothing to bring back, and changes nothing", () => {
    writeFileSync(exercise, "mine");
    expect(undo).toThrow(
      expect.objectContaining({ name: "Problem", code: "missing-file", hint: expect.any(String) }),
    );
    expect(() => undo(1)).toThrow("Nothing is kept of mean");
    expect(present()).toBe("mine");
  });

  it("passes over the present text, which a reset that was killed half way had kept already", () => {
    writeFileSync(exercise, "older");
    reset();
    writeFileSync(exercise, "mine");
    keepText(root, "mean", Buffer.from("mine"), now);
    undo();
    expect(present()).toBe("older");
    undo();
    expect(present()).toBe("mine");
  });
});

it("no order of edits, resets and undos loses a text or keeps one twice", () => {
  const step = fc.oneof(
    fc.constantFrom("a", "b", "c", "").map((text) => ({ do: "edit" as const, text })),
    fc.constant({ do: "reset" as const }),
    fc.record({
      do: fc.constant("undo" as const),
      sequence: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      rmSync(join(root, ".groundwork"), { recursive: true, force: true });
      writeFileSync(exercise, starter);
      const owed = new Set<string>();
      for (const one of steps) {
        const before = present();
        if (one.do === "edit") writeFileSync(exercise, one.text);
        else if (one.do === "reset") reset();
        else tryUndo(one.sequence);
        if (one.do !== "edit" && present() !== before && before !== starter) owed.add(before);
        const safe = [...keptTexts(), present()];
        expect(safe).toEqual(expect.arrayContaining([...owed]));
        expect(new Set(keptTexts()).size).toBe(keptTexts().length);
      }
    }),
    { numRuns: 50 },
  );
});

/** An undo that may find nothing to bring back. */
function tryUndo(sequence: number | undefined): void {
  try {
    undo(sequence);
  } catch (error) {
    expect(error).toMatchObject({ name: "Problem", code: "missing-file" });
  }
}

it("starterOf is what the repository holds", () => {
  expect(starterOf(lesson)).toBe(starter);
});
