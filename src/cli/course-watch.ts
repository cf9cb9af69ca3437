import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

import { Argument, Command } from "commander";

import { type Lesson, type LessonFolder, readLesson } from "../course/course.ts";
import { findLesson } from "../course/find-lesson.ts";
import { todosOf } from "../course/lesson-todos.ts";
import { Problem } from "../problem.ts";
import type { Context } from "./context.ts";
import { watchText } from "./course-check-text.ts";
import { datasetOption, jsonOption } from "./options.ts";
import { problemText } from "./problem-text.ts";
import { startProgress } from "./progress-line.ts";

interface Options {
  readonly dataset?: string;
  readonly json?: true;
}

/** Clears the screen; what has scrolled off it stays. */
const clearScreen = "\x1b[2J\x1b[H";

/** Milliseconds between looks at the folder: a look takes less than one, and works on every file system. */
const lookEvery = 250;

/** `npm run course watch 6`: what is short of a lesson, on each save of its author. */
export function defineWatch(context: Context): Command {
  return new Command("watch")
    .description("prove a lesson quickly on each save in its folder, on one data set")
    .addArgument(new Argument("<lesson>", "its number or name"))
    .addOption(datasetOption())
    .addOption(jsonOption("print one proof a line, as JSON"))
    .addHelpText("after", "\nExample:\n  npm run course watch 6\n\nKeys: q quit")
    .action(async (wanted: string, options: Options) => {
      const { readKeys } = await import("./keys.ts");
      const stop = watchFolder(context, findLesson(context.root, wanted), options);
      try {
        for await (const key of readKeys(context.terminal)) if (key === "q") break;
      } finally {
        await stop();
      }
    });
}

/**
 * Proves a lesson now and whenever something in its folder has changed; a proof that is overtaken is ended. It runs in a process of
 * its own, where a loop of the author's that never ends keeps nobody from the next save.
 *
 * @returns a function that stops, and waits until nothing runs any more
 */
function watchFolder(context: Context, found: LessonFolder, options: Options): () => Promise<void> {
  let seen = "";
  let running: { readonly abort: AbortController; readonly done: Promise<void> } | undefined;
  const look = () => {
    const now = stateOf(found.folder);
    if (now === seen) return;
    seen = now;
    running?.abort.abort();
    const abort = new AbortController();
    running = { abort, done: proveOnce(context, found, options, abort.signal) };
  };
  look();
  const timer = setInterval(look, lookEvery);
  return async () => {
    clearInterval(timer);
    running?.abort.abort();
    await running?.done;
  };
}

/** What every save changes: the names, sizes and times of all files in a lesson's folder. */
function stateOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => {
      // A file that an editor has just replaced is back at the next look.
      const state = statSync(join(folder, name), { throwIfNoEntry: false });
      return `${name} ${state?.size} ${state?.mtimeMs}`;
    })
    .join("\n");
}

async function proveOnce(
  context: Context,
  found: LessonFolder,
  options: Options,
  signal: AbortSignal,
): Promise<void> {
  const { root, terminal } = context;
  const progress = startProgress(context);
  progress.say("proving");
  const start = terminal.interactive ? clearScreen : "";
  try {
    const proof = await proofOf(root, readLesson(found), options, signal);
    progress.end();
    if (signal.aborted) return;
    const written = { ...proof, todos: todosOf(found.folder) };
    context.exitCode = written.faults.length + written.todos.length > 0 ? 1 : 0;
    context.print(options.json ? JSON.stringify(written) : `${start}${watchText(written, context)}`);
  } catch (thrown) {
    progress.end();
    if (!(thrown instanceof Problem)) throw thrown;
    context.exitCode = 1;
    context.note(`${start}${problemText(thrown)}`);
  }
}

async function proofOf(root: string, lesson: Lesson, { dataset }: Options, signal: AbortSignal) {
  const { proveApart } = await import("./course-check-each.ts");
  const words = dataset === undefined ? ["--quick"] : ["--quick", "--dataset", dataset];
  return proveApart(root, lesson, words, signal);
}
