import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { Problem } from "../problem.ts";
import type { Lesson } from "./course.ts";
import { errorCode, fileProblem } from "./file-problem.ts";
import { type KeptText, keepText, listKept } from "./kept-texts.ts";
import { deriveStarter } from "./starter.ts";
import { writeWhole } from "./write-whole.ts";

type LessonPlace = Pick<Lesson, "id" | "folder">;

/** Where a lesson's exercise is. */
export function exerciseFile(lesson: Pick<Lesson, "folder">): string {
  return join(lesson.folder, "exercise.ts");
}

/**
 * The starter of a lesson, as its solution gives it.
 *
 * @throws {Problem} "missing-file" when there is no solution.ts, "bad-lesson" when its markers are faulty
 * @example
 * starterOf(lesson) === readFileSync(exerciseFile(lesson), "utf8") // true while nobody has edited it
 */
export function starterOf(lesson: Pick<Lesson, "folder">): string {
  const file = `lessons/${basename(lesson.folder)}/solution.ts`;
  const solution = readIfThere(join(lesson.folder, "solution.ts"));
  if (solution !== undefined) return deriveStarter(solution.toString(), file);
  throw new Problem(
    "missing-file",
    `${file} is missing, and the starter derives from it.`,
    "`git status` shows what else is.",
  );
}

/**
 * Makes the exercise the starter again. The learner's text is kept first, so that a kill at any moment loses nothing; a
 * text that is the starter still needs no keeping.
 *
 * @param at the time now, for the name of what is kept
 * @returns where the learner's text was kept, or undefined if there was none
 * @throws {Problem} "locked" when a file cannot be written; the exercise is then as it was
 * @example
 * resetExercise(root, lesson, new Date())?.file // ".groundwork/kept/normalization/0001-….ts"
 */
export function resetExercise(root: string, lesson: LessonPlace, at: Date): KeptText | undefined {
  const starter = Buffer.from(starterOf(lesson));
  const present = readIfThere(exerciseFile(lesson));
  if (present?.equals(starter)) return undefined;
  const kept = present && keepText(root, lesson.id, present, at);
  writeWhole(exerciseFile(lesson), starter);
  return kept;
}

/**
 * Brings back the text that was kept last, passing over those that are the present one. The present one is kept in its
 * turn before it goes, so that doing this twice changes nothing.
 *
 * @param at the time now, for the name of what is kept
 * @param sequence which of the kept texts to bring back instead
 * @returns what was brought back, and where the text that it took the place of is kept now
 * @throws {Problem} "missing-file" when there is nothing to bring back, "locked" as in resetExercise
 * @example
 * undoReset(root, lesson, new Date()).restored.at // "2026-11-20T13:38:49Z"
 */
export function undoReset(
  root: string,
  lesson: LessonPlace,
  at: Date,
  sequence?: number,
): { readonly restored: KeptText; readonly kept: KeptText | undefined } {
  const present = readIfThere(exerciseFile(lesson));
  const all = listKept(root, lesson.id);
  const restored = all.findLast((one) =>
    sequence === undefined ? !present?.equals(readFileSync(one.file)) : one.sequence === sequence,
  );
  if (restored === undefined) throw nothingToRestore(lesson, all, sequence);
  const text = readFileSync(restored.file);
  if (present?.equals(text)) return { restored, kept: undefined };
  const kept = present && keepText(root, lesson.id, present, at);
  writeWhole(exerciseFile(lesson), text);
  return { restored, kept };
}

function nothingToRestore(lesson: LessonPlace, all: readonly KeptText[], sequence?: number): Problem {
  const numbers = all.map((kept) => kept.sequence).join(", ");
  if (sequence !== undefined && numbers !== "") {
    return new Problem(
      "missing-file",
      `There is no kept text ${sequence} of ${lesson.id}.`,
      `There are ${numbers}.`,
    );
  }
  return new Problem(
    "missing-file",
    `Nothing is kept of ${lesson.id} but what stands in exercise.ts.`,
    "A reset keeps your text before it writes the starter; until then there is nothing to undo.",
  );
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw fileProblem(error, file, "read", "Nothing was changed. Put that right, then try again.");
  }
}
