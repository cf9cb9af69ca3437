import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { starterOf } from "../exercise-file.ts";
import { errorCode, fileProblem } from "../file-problem.ts";
import { withGaps } from "./gaps.ts";
import { asParsons } from "./parsons.ts";

/** How much of an answer stands in the exercise, from the most to the least. */
export const levels = ["parsons", "gaps", "blank"] as const;
export type Level = (typeof levels)[number];

/** The first lines of an exercise at each level; by the very first it is known again. */
const tasks: Readonly<Record<Exclude<Level, "blank">, readonly [string, ...string[]]>> = {
  parsons: [
    "// Put the lines in order. Each answer stands here as comments, out of order, some of them wrong.",
    '// Move the right ones above the line with "Not written yet", take away their //, and delete the rest with it.',
  ],
  gaps: [
    "// Fill the gaps: put code in the place of each ___. All that stands around them is ours, and right.",
  ],
};

/**
 * The exercise of a lesson as it is at a level, made of its solution alone, and of its mistakes.
 *
 * @throws {Problem} "missing-file" when there is no solution.ts, "bad-lesson" when its markers are faulty, "setup" where a level
 *   needs a package that is not installed
 * @example
 * await exerciseAt(lesson, "blank") === starterOf(lesson) // true
 */
export async function exerciseAt(lesson: { readonly folder: string }, level: Level): Promise<string> {
  const starter = starterOf(lesson);
  if (level === "blank") return starter;
  const file = `lessons/${basename(lesson.folder)}/solution.ts`;
  const solution = readFileSync(join(lesson.folder, "solution.ts"), "utf8").replaceAll("\r\n", "\n");
  const text =
    level === "gaps" ? await withGaps(solution, file) : asParsons(solution, mistakesOf(lesson.folder), file);
  // The starter's second line has the command that grades it.
  const [, command = ""] = starter.split("\n");
  return [...tasks[level], command, "", text].join("\n");
}

/**
 * The level that an exercise was begun at, as its first line says; undefined where somebody took that line away.
 *
 * @example
 * levelOf(readFileSync(exerciseFile(lesson), "utf8")) // "gaps"
 */
export function levelOf(exercise: string): Level | undefined {
  const [first = ""] = exercise.split(/\r?\n/, 1);
  if (first.startsWith('// Put your code where it says "Not written yet"')) return "blank";
  return first === tasks.gaps[0] ? "gaps" : first === tasks.parsons[0] ? "parsons" : undefined;
}

function mistakesOf(folder: string): string[] {
  const mistakes = join(folder, "mistakes");
  try {
    const names = readdirSync(mistakes).filter((name) => name.endsWith(".ts"));
    return names.sort().map((name) => readFileSync(join(mistakes, name), "utf8").replaceAll("\r\n", "\n"));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw fileProblem(error, mistakes, "read", "Put that right, then try again.");
  }
}
