import { basename } from "node:path";

import { distance } from "fastest-levenshtein";

import { Problem } from "../problem.ts";
import { type LessonFolder, listLessons, refuseTwins, requireText } from "./course.ts";
import { type PlannedLesson, readOutline } from "./outline.ts";

const list = "`npm run lesson` lists the lessons.";

/**
 * Finds the lesson that a person means by its number ("6", "06"), its name, its folder ("06-normalization"), or the
 * path of a file in that folder.
 *
 * @throws {Problem} "unknown-lesson" with the nearest one as a hint, or saying that it is planned and not written yet
 * @throws {Problem} "bad-lesson" when two folders have its number, or its folder has no lesson.md
 * @example
 * findLesson(root, "normalisation") // Problem: There is no lesson "normalisation". Did you mean 6, normalization?
 */
export function findLesson(root: string, wanted: string): LessonFolder {
  const lessons = listLessons(root);
  const name = wanted.trim().toLowerCase();
  const found = lessons.find((lesson) => isMeant(lesson, name));
  if (found === undefined) throw unknownLesson(root, name, lessons);
  const sameNumber = lessons.filter((lesson) => lesson.number === found.number);
  refuseTwins(sameNumber, "number");
  requireText(found);
  return found;
}

function isMeant(lesson: LessonFolder, name: string): boolean {
  const folder = basename(lesson.folder).toLowerCase();
  const steps = name.split(/[\\/]/);
  return isNumber(name, lesson) || name === lesson.name.toLowerCase() || steps.includes(folder);
}

function isNumber(name: string, lesson: { readonly number: number }): boolean {
  return /^\d+$/.test(name) && Number(name) === lesson.number;
}

function unknownLesson(root: string, name: string, lessons: readonly LessonFolder[]): Problem {
  const planned = readOutline(root)
    .parts.flatMap((part) => part.lessons)
    .find((lesson) => isPlanned(lesson, name));
  const inItsPlace = lessons.find((lesson) => lesson.number === planned?.number);
  if (planned !== undefined && inItsPlace === undefined) {
    return new Problem(
      "unknown-lesson",
      `Lesson ${planned.number}, ${planned.id}, is not written yet.`,
      list,
    );
  }
  const meant = inItsPlace ?? nearest(name, lessons);
  const question = meant === undefined ? "" : `Did you mean ${meant.number}, ${meant.name}? `;
  const shown = /^\d+$/.test(name) ? name : JSON.stringify(name);
  return new Problem("unknown-lesson", `There is no lesson ${shown}.`, `${question}${list}`);
}

function isPlanned(lesson: PlannedLesson, name: string): boolean {
  return isNumber(name, lesson) || name.replace(/^\d+-/, "") === lesson.id;
}

/** A number is near if one digit is wrong, missing or too many; a name, if a third of its letters are. */
function nearest(name: string, lessons: readonly LessonFolder[]): LessonFolder | undefined {
  const isDigits = /^\d+$/.test(name);
  const most = isDigits ? 1 : Math.ceil(name.length / 3);
  return lessons
    .map((lesson) => ({
      lesson,
      mistakes: isDigits ? distance(name, String(lesson.number)) : mistakesIn(name, lesson),
      away: isDigits ? Math.abs(Number(name) - lesson.number) : 0,
    }))
    .filter(({ mistakes }) => mistakes <= most)
    .sort((one, other) => one.mistakes - other.mistakes || one.away - other.away)[0]?.lesson;
}

function mistakesIn(name: string, lesson: LessonFolder): number {
  return Math.min(distance(name, lesson.name), distance(name, basename(lesson.folder)));
}
