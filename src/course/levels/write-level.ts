import { existsSync, readFileSync } from "node:fs";

import type { Lesson } from "../course.ts";
import { exerciseFile } from "../exercise-file.ts";
import { type KeptText, keepText } from "../kept-texts.ts";
import { writeWhole } from "../write-whole.ts";
import { exerciseAt, type Level, levelOf } from "./level.ts";

/** What became of an exercise that was asked for at a level. */
export type LevelWritten =
  /** It stands there now; the learner's text, if there was any, is kept. */
  | { readonly is: "written"; readonly kept: KeptText | undefined }
  /** It stood there already, as it is written. */
  | { readonly is: "there" }
  /** It is at that level, and the learner has written in it since: nothing was changed. */
  | { readonly is: "begun" };

/**
 * Writes a lesson's exercise at a level. What a learner wrote is kept first, so that a kill at any moment loses nothing; and it is
 * not even replaced where it was begun at this very level, unless they want it anew.
 *
 * @param at the time now, for the name of what is kept
 * @throws {Problem} "locked" when a file cannot be written; the exercise is then as it was
 * @example
 * await writeLevel(root, lesson, "gaps", { at: new Date() }) // { is: "written", kept: undefined }
 */
export async function writeLevel(
  root: string,
  lesson: Pick<Lesson, "id" | "folder">,
  level: Level,
  { at, anew = false }: { readonly at: Date; readonly anew?: boolean },
): Promise<LevelWritten> {
  const file = exerciseFile(lesson);
  const wanted = await exerciseAt(lesson, level);
  const present = existsSync(file) ? readFileSync(file) : undefined;
  const text = present?.toString();
  if (text === wanted) return { is: "there" };
  if (text !== undefined && levelOf(text) === level && !anew) return { is: "begun" };
  const isOurs = text === undefined || (await isAsWritten(lesson, text));
  const kept = isOurs || present === undefined ? undefined : keepText(root, lesson.id, present, at);
  writeWhole(file, wanted);
  return { is: "written", kept };
}

/** Whether an exercise is as it is written at one of the levels, and has nothing of the learner's. */
async function isAsWritten(lesson: Pick<Lesson, "folder">, text: string): Promise<boolean> {
  const level = levelOf(text);
  return level !== undefined && (await exerciseAt(lesson, level)) === text;
}
