import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";

import { Command } from "commander";

import { listLessons } from "../course/course.ts";
import { exerciseFile, starterOf } from "../course/exercise-file.ts";
import { writeWhole } from "../course/write-whole.ts";
import type { Context } from "./context.ts";
import { defineCheck } from "./course-check.ts";
import { defineMistakes } from "./course-mistakes.ts";
import { defineNew } from "./course-new.ts";
import { defineWatch } from "./course-watch.ts";

/** `npm run course check`, `new`, `watch`, `mistakes` and `derive`: what authors of lessons need. */
export function define(context: Context): Command {
  return new Command("course")
    .description("for authors of lessons")
    .addHelpText(
      "after",
      "\nExamples:\n  npm run course derive\n  npm run course check 6\n  npm run course new bayes",
    )
    .addCommand(defineCheck(context))
    .addCommand(defineNew(context))
    .addCommand(defineWatch(context))
    .addCommand(defineMistakes(context))
    .addCommand(
      new Command("derive")
        .description("write each exercise.ts from its solution.ts; overwrites what stands there")
        .addHelpText("after", "\nExample:\n  npm run course derive")
        .action(() => derive(context)),
    );
}

function derive(context: Context): void {
  for (const lesson of listLessons(context.root)) {
    const file = exerciseFile(lesson);
    const starter = starterOf(lesson);
    const isSame = existsSync(file) && readFileSync(file, "utf8") === starter;
    if (!isSame) writeWhole(file, starter);
    context.print(`${relative(context.root, file)}: ${isSame ? "as it was" : "written"}`);
  }
}
