import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

import { Command } from "commander";

import { readEvents } from "../course/attempts.ts";
import { type Lesson, readLessons } from "../course/course.ts";
import { type PassedLesson, portfolioOf } from "../course/portfolio.ts";
import { type Chapter, portfolioPage } from "../page/portfolio-page.ts";
import { Problem } from "../problem.ts";
import { type Context, commandLine } from "./context.ts";
import { dayOf } from "./day.ts";
import { openPage } from "./open-page.ts";
import { requirePageFolder, writePageFolder } from "./page-folder.ts";
import { filesOfResult } from "./page-results.ts";
import { startProgress } from "./progress-line.ts";
import { printable } from "./terminal/printable.ts";

interface Options {
  readonly out: string;
  readonly name?: string;
  readonly open?: true;
}

/** `npm run portfolio`: one page of what a learner has built, from their own attempts. */
export function define(context: Context): Command {
  return new Command("portfolio")
    .description("write one page of what you built: code, figures, what you expected and what happened")
    .option("--out <folder>", "where to", "portfolio")
    .option("--name <name>", "whose it is")
    .option("--open", "open it in the browser")
    .addHelpText(
      "after",
      '\nExamples:\n  npm run portfolio\n  npm run portfolio -- --name "Ada Lovelace" --open',
    )
    .action((options: Options) => portfolio(context, options));
}

async function portfolio(context: Context, { out, name, open }: Options): Promise<void> {
  const { root } = context;
  const folder = resolve(out);
  requirePageFolder(folder);
  const lessons = readLessons(root);
  const passed = portfolioOf(readEvents(root, { withCode: true }).events, lessons);
  if (passed.length === 0) throw nothingPassed();
  const chapters = await chaptersOf(passed, context);
  const title =
    name === undefined ? "Machine learning, by doing it" : `${name}: machine learning, by doing it`;
  const html = portfolioPage({ title, about: aboutText(passed, lessons), chapters });
  writePageFolder(folder, [
    { path: "index.html", content: html },
    { path: "page.css", content: readFileSync(join(root, "src/page/page.css")) },
    ...chapters.flatMap(({ results }) => results.flatMap(filesOfResult)),
  ]);
  const page = join(folder, "index.html");
  context.print(printable(`${countOf(passed.length)} on one page:\n  ${page}`));
  const left = lessons.length - passed.length;
  if (left > 0) context.print(`${countOf(left)} to go; ${commandLine("lesson")} shows which.`);
  if (open) await openPage(page, context);
}

async function chaptersOf(passed: readonly PassedLesson<Lesson>[], context: Context): Promise<Chapter[]> {
  const [{ readChapter }, { loadDrawSvg }] = await Promise.all([
    import("./portfolio-chapter.ts"),
    import("./svg-drawing.ts"),
  ]);
  const progress = startProgress(context);
  const chapters: Chapter[] = [];
  try {
    const drawSvg = await loadDrawSvg(context.root);
    for (const [i, each] of passed.entries()) {
      progress.say(`lesson ${i + 1} of ${passed.length}: ${each.lesson.title}`);
      chapters.push(await readChapter(context.root, each, drawSvg));
    }
  } finally {
    progress.end();
  }
  return chapters;
}

function nothingPassed(): Problem {
  return new Problem(
    "usage",
    "A portfolio tells of lessons that you have passed, and there is none yet.",
    `${commandLine("lesson")} shows where to begin.`,
  );
}

function aboutText(passed: readonly PassedLesson<Lesson>[], lessons: readonly Lesson[]): string {
  const days = passed.map(({ passedAt }) => passedAt).toSorted();
  const span = [...new Set([days.at(0), days.at(-1)].map((day) => dayOf(day ?? "")))].join(" to ");
  const gradings = passed.reduce((sum, { attempts }) => sum + attempts, 0);
  return `${countOf(passed.length)} of ${lessons.length}, ${span}, in ${gradings} gradings. All code was graded on the data named, and on inputs drawn anew each time.`;
}

function countOf(lessons: number): string {
  return lessons === 1 ? "1 lesson" : `${lessons} lessons`;
}
