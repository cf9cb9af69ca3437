import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { Argument, Command } from "commander";

import { appendEvent, readEvents } from "../course/attempts.ts";
import { readLesson } from "../course/course.ts";
import { exerciseFile } from "../course/exercise-file.ts";
import { findLesson } from "../course/find-lesson.ts";
import { answersUntilSolution } from "../course/progress.ts";
import { Problem } from "../problem.ts";
import { type Context, commandLine } from "./context.ts";
import { readExercise } from "./grading.ts";

/** `npm run solution 6`: the learner's code beside the reference, as a diff. */
export function define(context: Context): Command {
  return new Command("solution")
    .description("compare your code with ours; after a pass, or three different answers")
    .addArgument(new Argument("<lesson>", "its number or name"))
    .addArgument(new Argument("[anyway]", "show it now").choices(["anyway"]))
    .option("--anyway", "show it now")
    .addHelpText("after", "\nExamples:\n  npm run solution 6\n  npm run solution 6 anyway")
    .action((wanted: string, anyway: "anyway" | undefined, options: { anyway?: true }) =>
      showSolution(context, wanted, anyway !== undefined || options.anyway === true),
    );
}

async function showSolution(context: Context, wanted: string, anyway: boolean): Promise<void> {
  const lesson = readLesson(findLesson(context.root, wanted));
  const left = answersUntilSolution(readEvents(context.root).events, lesson.id);
  if (left > 0 && !anyway) {
    throw new Problem(
      "locked",
      `The solution opens after a pass, or after ${left} more ${left === 1 ? "answer" : "different answers"} of yours.`,
      `\`${commandLine("hint", lesson.number)}\` helps without giving it away; \`${commandLine("solution", lesson.number, "anyway")}\` shows it now.`,
    );
  }
  const { solutionDiff } = await import("./solution-diff.ts");
  const own = existsSync(exerciseFile(lesson)) ? readExercise(lesson) : "";
  const ours = readFileSync(join(lesson.folder, "solution.ts"), "utf8");
  context.print(solutionDiff(own, ours, context.terminal));
  appendEvent(context.root, { kind: "solution-shown", at: context.now().toISOString(), lesson: lesson.id });
}
