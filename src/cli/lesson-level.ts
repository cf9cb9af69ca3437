import { relative } from "node:path";

import { appendEvent } from "../course/attempts.ts";
import { type LessonFolder, readLesson } from "../course/course.ts";
import { exerciseFile } from "../course/exercise-file.ts";
import type { Level } from "../course/levels/level.ts";
import { type LevelWritten, writeLevel } from "../course/levels/write-level.ts";
import { type Context, commandLine } from "./context.ts";
import { plain } from "./terminal/look.ts";
import { wrap } from "./terminal/wrap.ts";

interface Options {
  readonly level: Level;
  readonly anew?: true;
  readonly json?: true;
}

/** What the exercise is at each level, and how one goes on. */
const about: Readonly<Record<Level, { readonly is: string; readonly next: string }>> = {
  parsons: {
    is: "the solution’s lines as comments, out of order, and among them some that are wrong",
    next: "Put the right ones in order and take away their //. In most editors Alt with an arrow key moves a line, and Ctrl with / takes a comment away.",
  },
  gaps: { is: "the solution with gaps", next: "Put code in the place of each ___." },
  blank: {
    is: "the starter: signatures, and nothing else",
    next: "Put your code where it says “Not written yet”.",
  },
};

/** `npm run lesson 6 -- --level gaps`: writes the exercise with as much of the answer in it as the learner wants. */
export async function setLevel(context: Context, found: LessonFolder, options: Options): Promise<void> {
  const { root, now, terminal } = context;
  const { level, anew = false, json } = options;
  const lesson = readLesson(found);
  const done = await writeLevel(root, lesson, level, { at: now(), anew });
  if (done.is === "written") {
    appendEvent(root, { kind: "reset", at: now().toISOString(), lesson: lesson.id });
  }
  const file = relative(root, exerciseFile(lesson)).replaceAll("\\", "/");
  if (json) {
    const kept = done.is === "written" && done.kept ? { kept: relative(root, done.kept.file) } : {};
    context.print(JSON.stringify({ lesson: lesson.id, level, file, is: done.is, ...kept }));
    return;
  }
  const paragraphs = said(done, { root, number: lesson.number, file, level });
  context.print(paragraphs.flatMap((text) => wrap(plain(text, terminal), terminal.width)).join("\n"));
}

interface About {
  readonly root: string;
  readonly number: number;
  readonly file: string;
  readonly level: Level;
}

function said(done: LevelWritten, { root, number, file, level }: About): string[] {
  const { is, next } = about[level];
  const graded = `Then have it graded, for the same points as at every level: ${commandLine("grade", number)}`;
  if (done.is === "begun") {
    const again = commandLine("lesson", number, "--level", level, "--anew");
    return [
      `${file} is at level ${level} already, with what you have written since. Nothing was changed.`,
      `To begin it anew, your text kept: ${again}`,
    ];
  }
  if (done.is === "there") return [`${file} is at level ${level} already: ${is}.`, next, graded];
  const kept = done.kept
    ? [
        `Your text is kept in ${relative(root, done.kept.file)}.`,
        `To have it back: ${commandLine("undo", number)}`,
      ]
    : [];
  return [`${file} is now ${is}.`, ...kept, next, graded];
}
