import { Argument, Command } from "commander";

import type { Context } from "./context.ts";
import { chooseLesson } from "./grading.ts";
import { datasetOption, jsonOption } from "./options.ts";

interface Options {
  readonly dataset?: string;
  readonly json?: true;
  readonly poll?: true;
}

/** `npm run watch 6`: grades on each save. */
export function define(context: Context): Command {
  return new Command("watch")
    .description("grade your exercise on each save; without a lesson, the one that you saved last")
    .addArgument(new Argument("[lesson]", "its number or name"))
    .addOption(datasetOption())
    .option("--poll", "look at the file ten times a second, where its file system gives no events")
    .addOption(jsonOption("print one verdict a line, as JSON"))
    .addHelpText(
      "after",
      "\nExamples:\n  npm run watch 6\n  npm run watch\n\nKeys: h hint, n next lesson, q quit",
    )
    .action(async (wanted: string | undefined, options: Options) => {
      const found = chooseLesson(context.root, wanted);
      const { watchLesson } = await import("./watch-lesson.ts");
      await watchLesson(context, found, options);
    });
}
