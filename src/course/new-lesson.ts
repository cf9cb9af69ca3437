import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import { Problem } from "../problem.ts";
import { type LessonFolder, listLessons } from "./course.ts";
import { exerciseFile } from "./exercise-file.ts";
import { fileProblem } from "./file-problem.ts";
import { type PlannedLesson, readOutline } from "./outline.ts";
import { deriveStarter } from "./starter.ts";
import { removeLeftovers, temporaryName } from "./write-whole.ts";

/** Where a new lesson comes from: a small one that works, with a TODO wherever an author's own words and code belong. */
const template = "template";

/**
 * Makes the folder of a new lesson, whole or not at all. Its number is the one planned for its name, else the first that is neither
 * planned nor taken.
 *
 * @param wanted the number, where its author chose one
 * @throws {Problem} "usage" where the name is no kebab-case word, exists, or is planned under another number, or the number is
 *   another lesson's; "missing-file" where the course has no template
 * @example
 * newLesson(root, "bayes").folder // "…/lessons/13-bayes"
 */
export function newLesson(root: string, name: string, wanted?: number): LessonFolder {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new Problem(
      "usage",
      `${JSON.stringify(name)} is no name for a lesson.`,
      "It takes small letters, digits and single hyphens, like train-test-split.",
    );
  }
  const planned = readOutline(root).parts.flatMap(({ lessons }) => lessons);
  const plan = planned.find(({ id }) => id === name);
  const number = chooseNumber({ name, wanted, plan, planned, written: listLessons(root) });
  const folder = join(root, "lessons", `${String(number).padStart(2, "0")}-${name}`);
  writeFolder(join(root, "lessons", template), folder, (text) => {
    const own = text.replace(`id: ${template}\n`, `id: ${name}\n`);
    return plan?.title === undefined
      ? own
      : own.replace(/^title: .*$/m, `title: ${JSON.stringify(plan.title)}`);
  });
  return { number, name, folder };
}

interface Choice {
  readonly name: string;
  readonly wanted: number | undefined;
  readonly plan: PlannedLesson | undefined;
  readonly planned: readonly PlannedLesson[];
  readonly written: readonly LessonFolder[];
}

function chooseNumber({ name, wanted, plan, planned, written }: Choice): number {
  const twin = written.find((lesson) => lesson.name === name);
  if (twin) throw new Problem("usage", `lessons/${basename(twin.folder)} exists.`, "Choose another name.");
  if (plan && wanted !== undefined && wanted !== plan.number) {
    throw new Problem(
      "usage",
      `${name} is planned as lesson ${plan.number}, not ${wanted}.`,
      "Leave --number out, or change lessons/course.yaml.",
    );
  }
  const taken = [
    ...written.map(({ number, folder }) => ({ number, by: `lessons/${basename(folder)} has` })),
    ...planned.flatMap(({ number, id }) =>
      id === name ? [] : [{ number, by: `lessons/course.yaml plans ${id} with` }],
    ),
  ];
  const free = Math.max(0, ...taken.map(({ number }) => number)) + 1;
  const number = wanted ?? plan?.number ?? free;
  const other = taken.find((each) => each.number === number);
  if (other)
    throw new Problem("usage", `${other.by} the number ${number}.`, `The next that is free is ${free}.`);
  return number;
}

/** Copies the template beside the folder and gives it its name in the end, so that a kill leaves no half lesson. */
function writeFolder(from: string, folder: string, asOwn: (lessonText: string) => string): void {
  if (!existsSync(from)) {
    throw new Problem(
      "missing-file",
      `lessons/${basename(from)} is missing, and a new lesson begins as a copy of it.`,
      "`git status` shows what else is.",
    );
  }
  const temporary = temporaryName(folder);
  try {
    removeLeftovers(join(folder, ".."));
    mkdirSync(temporary);
    cpSync(from, temporary, { recursive: true });
    const text = join(temporary, "lesson.md");
    writeFileSync(text, asOwn(readFileSync(text, "utf8")));
    const solution = readFileSync(join(temporary, "solution.ts"), "utf8");
    writeFileSync(exerciseFile({ folder: temporary }), deriveStarter(solution, join(folder, "solution.ts")));
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw fileProblem(error, folder, "written", "Put that right, then give the same command again.");
  }
}
