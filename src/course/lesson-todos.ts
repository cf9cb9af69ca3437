import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A part of a lesson that is still to be written. */
export interface LessonTodo {
  /** The file, seen from the lesson's folder, and the line. */
  readonly file: string;
  readonly line: number;
  /** What belongs there. */
  readonly what: string;
}

/** In the order in which a lesson is best written. The exercise is derived. */
const files = ["lesson.md", "demo.ts", "solution.ts", "checks.ts"];
const folders = ["mistakes", "alternatives"];

/**
 * Everything that a lesson's files call a TODO, one to a line.
 *
 * @example
 * todosOf("lessons/13-bayes")[0] // { file: "lesson.md", line: 3, what: "what the learner does here, in a few words" }
 */
export function todosOf(folder: string): LessonTodo[] {
  const inFolders = folders.flatMap((name) =>
    existsSync(join(folder, name))
      ? readdirSync(join(folder, name))
          .sort()
          .map((file) => `${name}/${file}`)
      : [],
  );
  return [...files, ...inFolders]
    .filter((file) => /\.(md|ts)$/.test(file) && existsSync(join(folder, file)))
    .flatMap((file) =>
      readFileSync(join(folder, file), "utf8")
        .split(/\r?\n/)
        .flatMap((text, i) => {
          const what = /\bTODO\b:?\s*(.*?)["\s]*(?:\*\/)?$/.exec(text)?.[1];
          return what === undefined ? [] : [{ file, line: i + 1, what }];
        }),
    );
}
