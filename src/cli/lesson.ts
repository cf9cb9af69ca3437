import { resolve } from "node:path";

import { Argument, Command, Option } from "commander";

import type { LessonFolder } from "../course/course.ts";
import { findLesson } from "../course/find-lesson.ts";
import { type Level, levels } from "../course/levels/level.ts";
import { Problem } from "../problem.ts";
import { type Context, commandLine } from "./context.ts";
import { datasetOption, jsonOption } from "./options.ts";

interface Options {
  readonly dataset?: string;
  readonly json?: true;
  readonly figures?: string;
  readonly open?: true;
  readonly input: boolean;
  readonly images?: boolean;
  readonly level?: Level;
  readonly anew?: true;
}

/** `npm run lesson 6`: reads a lesson with its steps run on real data; without a number, the map of the course. */
export function define(context: Context): Command {
  return new Command("lesson")
    .description("read a lesson, its steps run on real data; without a lesson, the map of the course")
    .addArgument(new Argument("[lesson]", "its number or name"))
    .addOption(datasetOption())
    .option("--no-input", "ask nothing and wait for nothing: print the whole lesson")
    .option("--images", "show figures as images, in a terminal that can (kitty, iTerm2, sixel)")
    .option("--no-images", "show figures as text, also in a terminal that says it can show images")
    .addOption(jsonOption("print the lesson, or the map, as one line of JSON"))
    .addOption(
      new Option(
        "--figures <folder>",
        "write the lesson as a page there, its figures as SVG beside it",
      ).conflicts("json"),
    )
    .addOption(
      new Option("--open", "write the lesson as a page, and open it in the browser").conflicts("json"),
    )
    .addOption(
      new Option(
        "--level <level>",
        "write the exercise with its lines to put in order, with gaps to fill, or blank; your text is kept",
      )
        .choices(levels)
        .conflicts(["dataset", "figures", "open"]),
    )
    .option("--anew", "with --level: begin that level again, also if you have written in it")
    .addHelpText(
      "after",
      "\nExamples:\n  npm run lesson\n  npm run lesson 6\n  npm run lesson 6 -- --level gaps\n  npm run lesson 6 -- --no-input | less\n  npm run lesson 6 -- --figures scaling --open",
    )
    .action(async (wanted: string | undefined, options: Options) => {
      if (options.level !== undefined || options.anew) await writeExercise(context, wanted, options);
      else if (wanted === undefined && (options.figures ?? options.open) !== undefined)
        throw nothingToWrite();
      else if (wanted === undefined) await showMap(context, options);
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
  if (options.json) {
    const lesson = await readLessonToShow(context, found, options.dataset);
    context.print(JSON.stringify(await lessonAsJson(lesson)));
  } else if (options.figures !== undefined || options.open) {
    const lesson = await readLessonToShow(context, found, options.dataset);
    const { ownFolderOf, writeLessonPage } = await import("./lesson-page.ts");
    const folder = options.figures ?? ownFolderOf(context, found.folder);
    await writeLessonPage(lesson, resolve(folder), options.open === true, context);
  } else await presentLesson(context, found, options);
}

async function presentLesson(
  context: Context,
  found: LessonFolder,
  { dataset, images, input }: Options,
): Promise<void> {
  const [{ readLessonToShow }, { showTitle }, { present }] = await Promise.all([
    import("./lesson-to-show.ts"),
    import("./lesson-title.ts"),
    import("./present.ts"),
  ]);
  let titleRows = 0;
  const lesson = await readLessonToShow(context, found, dataset, (opened) => {
    titleRows = showTitle(opened, context);
  });
  const { terminal } = context;
  const reader = input ? context : { ...context, terminal: { ...terminal, interactive: false } };
  await present(lesson, reader, titleRows, images);
}

async function writeExercise(
  context: Context,
  wanted: string | undefined,
  { level, anew, json }: Options,
): Promise<void> {
  const example = `\`${commandLine("lesson", wanted ?? 6, "--level", level ?? "gaps")}\``;
  if (wanted === undefined)
    throw new Problem("usage", "--level is about one exercise.", `Name its lesson: ${example}.`);
  if (level === undefined)
    throw new Problem("usage", "--anew begins a level again.", `Name the level: ${example}.`);
  const { setLevel } = await import("./lesson-level.ts");
  await setLevel(context, findLesson(context.root, wanted), {
    level,
    ...(anew ? { anew } : {}),
    ...(json ? { json } : {}),
  });
}

function nothingToWrite(): Problem {
  return new Problem(
    "usage",
    "The map of the course can’t be written as a page.",
    "Name a lesson: `npm run lesson 6 -- --figures scaling`.",
  );
}
