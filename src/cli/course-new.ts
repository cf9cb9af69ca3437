import { relative } from "node:path";

import { Argument, Command, Option } from "commander";

import { todosOf } from "../course/lesson-todos.ts";
import { newLesson } from "../course/new-lesson.ts";
import { type Context, commandLine } from "./context.ts";
import { wholeNumber } from "./options.ts";

/** `npm run course new bayes`: the folder of a new lesson, that works and says what is still to be written. */
export function defineNew(context: Context): Command {
  return new Command("new")
    .description("make a lesson’s folder: a small lesson that works, with a TODO wherever yours belongs")
    .addArgument(
      new Argument("<name>", "small letters, digits and hyphens; its number comes from lessons/course.yaml"),
    )
    .addOption(
      new Option(
        "--number <number>",
        "for a lesson that is not planned: another number than the next free one",
      ).argParser(wholeNumber),
    )
    .addHelpText(
      "after",
      "\nExamples:\n  npm run course new bayes\n  npm run course new our-own-data -- --number 60",
    )
    .action((name: string, { number }: { number?: number }) => make(context, name, number));
}

function make({ root, print }: Context, name: string, wanted: number | undefined): void {
  const { folder, number } = newLesson(root, name, wanted);
  print(
    `${relative(root, folder).replaceAll("\\", "/")} is made: a small lesson that works, with ${todosOf(folder).length} TODOs where yours belongs.`,
  );
  print(`To see it as a learner: ${commandLine("lesson", number)}`);
  print(`To see what is left to write: ${commandLine("course", "check", number)}`);
}
