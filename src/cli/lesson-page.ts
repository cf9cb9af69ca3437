import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { formulaStyle, type LessonPage, lessonPage, pageStyle, type ShownStep } from "../page/lesson-page.ts";
import { type Context, commandLine } from "./context.ts";
import { katexFiles } from "./katex-files.ts";
import { aboutLesson, type LessonToShow, titleOfLesson } from "./lesson-to-show.ts";
import { openPage } from "./open-page.ts";
import { requirePageFolder, writePageFolder } from "./page-folder.ts";
import { drawResults, filesOfResult } from "./page-results.ts";
import { startProgress } from "./progress-line.ts";
import { loadDrawSvg } from "./svg-drawing.ts";
import { printable } from "./terminal/printable.ts";

/** Where a page goes that is only to be opened: out of the way, and out of git. */
export function ownFolderOf({ root }: Context, folder: string): string {
  return join(root, ".groundwork", "pages", basename(folder));
}

/**
 * Writes a lesson as a page, with its figures as SVG beside it, and says where it is.
 *
 * @param folder where to, absolute; made anew, or replaced where it holds such a page
 * @throws Problem "usage" when something else is in the folder
 */
export async function writeLessonPage(
  shown: LessonToShow,
  folder: string,
  isOpened: boolean,
  context: Context,
): Promise<void> {
  // Before the work, not after it.
  requirePageFolder(folder);
  const steps = await runSteps(shown, context);
  const figures = [...steps.values()].flatMap(({ results }) => results.flatMap(filesOfResult));
  const html = lessonPage({ ...wordsOf(shown), steps });
  writePageFolder(folder, [
    { path: "index.html", content: html },
    { path: pageStyle, content: readFileSync(join(context.root, "src/page/page.css")) },
    ...(html.includes(formulaStyle) ? katexFiles(context.root) : []),
    ...figures,
  ]);
  const page = join(folder, "index.html");
  context.print(printable(`Lesson ${shown.lesson.number} is written as a page:\n  ${page}`));
  if (isOpened) await openPage(page, context);
}

function wordsOf(shown: LessonToShow): Omit<LessonPage, "steps"> {
  const { lesson, blocks, facts } = shown;
  return {
    title: titleOfLesson(shown),
    about: aboutLesson(shown),
    goals: lesson.goals,
    blocks,
    facts,
    exercise: `lessons/${basename(lesson.folder)}/exercise.ts`,
    commands: [
      { words: "Then have it graded:", command: commandLine("grade", lesson.number) },
      { words: "Or on each save:", command: commandLine("watch", lesson.number) },
    ],
  };
}

/** Runs the steps and draws their figures, in files that sort as the lesson goes: 02-whoDecides.svg. */
async function runSteps(shown: LessonToShow, context: Context): Promise<Map<string, ShownStep>> {
  const { demo, stage, blocks } = shown;
  const names = blocks.flatMap((block) => (block.kind === "step" ? block.name : []));
  const progress = startProgress(context);
  const steps = new Map<string, ShownStep>();
  try {
    progress.say("loading what draws the figures");
    const drawSvg = await loadDrawSvg(context.root);
    for (const [i, name] of names.entries()) {
      progress.say(`step ${i + 1} of ${names.length}: ${name}`);
      const results = [await demo.run(name, stage)].flat();
      const file = `figures/${String(i + 1).padStart(2, "0")}-${name}`;
      steps.set(name, { code: demo.sourceOf(name), results: await drawResults(results, file, drawSvg) });
    }
  } finally {
    progress.end();
  }
  return steps;
}
