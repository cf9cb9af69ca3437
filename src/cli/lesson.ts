import { Argument, Command } from "commander";

import { findLesson } from "../course/find-lesson.ts";
import type { Context } from "./context.ts";
import { datasetOption, jsonOption } from "./options.ts";

interface Options {
  readonly dataset?: string;
  readonly json?: true;
  readonly input: boolean;
}

/** `npm run lesson 6`: reads a lesson with its steps run on real data; without a number, the map of the course. */
export function define(context: Context): Command {
  return new Command("lesson")
    .description("read a lesson, its steps run on real data; without a lesson, the map of the course")
    .addArgument(new Argument("[lesson]", "its number or name"))
    .addOption(datasetOption())
    .option("--no-input", "ask nothing and wait for nothing: print the whole lesson")
    .addOption(jsonOption("print the lesson, or the map, as one line of JSON"))
    .addHelpText(
      "after",
      "\nExamples:\n  npm run lesson\n  npm run lesson 6\n  npm run lesson 6 -- --no-input | less",
    )
    .action(async (wanted: string | undefined, options: Options) => {
      if (wanted === undefined) await showMap(context, options);
      else await showLesson(context, wanted, options);
    });
}

async function showMap(context: Context, { json }: Options): Promise<void> {
  const { readMap } = await import("./course-map.ts");
  const map = readMap(context.root);
  if (json) context.print(JSON.stringify(map));
  else context.print((await import("./course-map-text.ts")).mapText(map, context.terminal));
}

async function showLesson(context: Context, wanted: string, options: Options): Promise<void> {
  const found = findLesson(context.root, wanted);
  const { readLessonToShow, lessonAsJson } = await import("./lesson-to-show.ts");
  const lesson = await readLessonToShow(context, found, options.dataset);
  if (options.json) {
    context.print(JSON.stringify(await lessonAsJson(lesson)));
    return;
  }
  const { present } = await import("./present.ts");
  const { terminal } = context;
  await present(
    lesson,
    options.input ? context : { ...context, terminal: { ...terminal, interactive: false } },
  );
}
