import { relative } from "node:path";

import { Argument, Command } from "commander";

import { appendEvent } from "../course/attempts.ts";
import { readLesson } from "../course/course.ts";
import { exerciseFile, resetExercise } from "../course/exercise-file.ts";
import { findLesson } from "../course/find-lesson.ts";
import { type Context, commandLine } from "./context.ts";

/** `npm run reset 6`: the starter again; what was written is kept. */
export function define(context: Context): Command {
  return new Command("reset")
    .description("write the starter again; your text is kept and can be brought back")
    .addArgument(new Argument("<lesson>", "its number or name"))
    .addHelpText("after", "\nExample:\n  npm run reset 6     then, to have your text back:  npm run undo 6")
    .action((wanted: string) => reset(context, wanted));
}

function reset(context: Context, wanted: string): void {
  const { root } = context;
  const lesson = readLesson(findLesson(root, wanted));
  const kept = resetExercise(root, lesson, context.now());
  appendEvent(root, { kind: "reset", at: context.now().toISOString(), lesson: lesson.id });
  const file = relative(root, exerciseFile(lesson));
  if (!kept) {
    context.print(`${file} is the starter; there was nothing of yours in it to keep.`);
    return;
  }
  context.print(`${file} is the starter again. Your text is kept in ${relative(root, kept.file)}.`);
  context.print(`To have it back: ${commandLine("undo", lesson.number)}`);
}
