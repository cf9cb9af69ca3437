import { readFileSync } from "node:fs";
import { relative } from "node:path";

import { Argument, Command } from "commander";

import { appendEvent } from "../course/attempts.ts";
import { readLesson } from "../course/course.ts";
import { exerciseFile, starterOf, undoReset } from "../course/exercise-file.ts";
import { findLesson } from "../course/find-lesson.ts";
import { type Context, commandLine } from "./context.ts";

/** `npm run undo 6`: brings back the text that the last reset took away. */
export function define(context: Context): Command {
  return new Command("undo")
    .description("bring back the text that a reset took away; twice changes nothing")
    .addArgument(new Argument("<lesson>", "its number or name"))
    .addHelpText("after", "\nExample:\n  npm run undo 6")
    .action((wanted: string) => undo(context, wanted));
}

function undo(context: Context, wanted: string): void {
  const { root } = context;
  const lesson = readLesson(findLesson(root, wanted));
  const { restored, kept } = undoReset(root, lesson, context.now());
  appendEvent(root, { kind: "undo", at: context.now().toISOString(), lesson: lesson.id });
  const file = exerciseFile(lesson);
  const isStarter = readFileSync(file, "utf8") === starterOf(lesson);
  const what = isStarter ? "the starter" : `your text of ${localTime(restored.at)}`;
  context.print(`${relative(root, file)} is ${what} again.`);
  if (kept) context.print(`What stood there is kept; ${commandLine("undo", lesson.number)} swaps back.`);
}

function localTime(at: string): string {
  return new Date(at).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
}
