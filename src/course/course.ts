import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { Problem } from "../problem.ts";
import { errorCode, fileProblem } from "./file-problem.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";

/** A folder lessons/NN-name/: its number, its name without the number, and its path. */
export type LessonFolder = { readonly number: number; readonly name: string; readonly folder: string };

/** A lesson as its folder and the front matter of its text describe it; `id` is what progress is kept by. */
export type Lesson = LessonFolder & FrontMatter;

/**
 * The lesson folders under root/lessons/ in the order of their numbers. Reads names only, so that it costs next to
 * nothing; what is wrong inside one lesson shows when that lesson is read and keeps nobody from the others.
 *
 * @throws {Problem} "missing-file" when there is no folder lessons/
 * @example
 * listLessons(root) // [{ number: 6, name: "normalization", folder: "…/lessons/06-normalization" }]
 */
export function listLessons(root: string): LessonFolder[] {
  const lessons = join(root, "lessons");
  return entriesOf(lessons)
    .flatMap((entry) => {
      const [, number, name] = /^(\d+)-(.+)$/.exec(entry) ?? [];
      return name === undefined ? [] : [{ number: Number(number), name, folder: join(lessons, entry) }];
    })
    .sort((one, other) => one.number - other.number || one.name.localeCompare(other.name, "en"));
}

function entriesOf(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .map((entry) => entry.name);
  } catch (error) {
    if (errorCode(error) !== "ENOENT")
      throw fileProblem(error, folder, "read", "Put that right, then try again.");
    throw new Problem("missing-file", `There is no folder ${folder}.`, "Run this in the folder of a course.");
  }
}

/**
 * Reads what the front matter of a lesson's text says.
 *
 * @throws {Problem} "bad-lesson" when there is no lesson.md, or a fault in it, by file and line
 * @example
 * readLesson(findLesson(root, "6")).title // "Put features on one scale"
 */
export function readLesson(found: LessonFolder): Lesson {
  requireText(found);
  const file = textOf(found);
  try {
    return { ...found, ...readFrontMatter(readFileSync(join(found.folder, "lesson.md"), "utf8"), file) };
  } catch (error) {
    throw fileProblem(error, file, "read", "Put that right, then try again.");
  }
}

/**
 * Refuses a folder that has no lesson.md, and so is no lesson.
 *
 * @throws {Problem} "bad-lesson", naming the file that is missing
 */
export function requireText(found: LessonFolder): void {
  if (existsSync(join(found.folder, "lesson.md"))) return;
  throw new Problem(
    "bad-lesson",
    `${textOf(found)} is missing.`,
    "A lesson is a folder with a lesson.md in it.",
  );
}

function textOf(found: LessonFolder): string {
  return `lessons/${basename(found.folder)}/lesson.md`;
}

/**
 * Reads all lessons, in the order of their numbers.
 *
 * @throws {Problem} "bad-lesson" when one is faulty, or two share a number or an id
 * @example
 * drawMap(readOutline(root), readLessons(root))
 */
export function readLessons(root: string): Lesson[] {
  const folders = listLessons(root);
  refuseTwins(folders, "number");
  const lessons = folders.filter(isBegun).map(readLesson);
  refuseTwins(lessons, "id");
  return lessons;
}

/**
 * Refuses lessons of which two have the same number, or the same id: nobody could say which of them is meant.
 *
 * @throws {Problem} "bad-lesson", naming both folders
 * @example
 * refuseTwins(listLessons(root), "number")
 */
export function refuseTwins<Key extends string>(
  lessons: readonly (LessonFolder & Readonly<Record<Key, string | number>>)[],
  key: Key,
): void {
  const seen = new Map<string | number, string>();
  for (const lesson of lessons) {
    const twin = seen.get(lesson[key]);
    const own = `lessons/${basename(lesson.folder)}`;
    if (twin !== undefined) {
      throw new Problem(
        "bad-lesson",
        `${twin} and ${own} have the same ${key}, ${lesson[key]}.`,
        "Change one.",
      );
    }
    seen.set(lesson[key], own);
  }
}

/** Whether somebody has written something here: git leaves folders behind in which only an exercise, or nothing, is left. */
function isBegun({ folder }: LessonFolder): boolean {
  return ["lesson.md", "solution.ts"].some((file) => existsSync(join(folder, file)));
}
