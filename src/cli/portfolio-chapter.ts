import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

import type { Lesson } from "../course/course.ts";
import { type Demo, loadDemo } from "../course/demo.ts";
import { parseLessonText } from "../course/lesson-text.ts";
import type { PassedLesson } from "../course/portfolio.ts";
import type { Stage } from "../data/index.ts";
import { isFigure } from "../figures/index.ts";
import { checksFor, noAnswer } from "../judge/grade.ts";
import { loadLessonModule, type Mistake } from "../judge/lesson-module.ts";
import type { DrawSvg } from "../page/figure-files.ts";
import type { Chapter, Prediction } from "../page/portfolio-page.ts";
import { dayOf } from "./day.ts";
import { firstSentence } from "./first-sentence.ts";
import { openStage } from "./grading.ts";
import { drawResults } from "./page-results.ts";

/**
 * Tells one passed lesson for a portfolio: its steps are run again, on the data set on which the answer passed.
 *
 * @throws Problem when the lesson or its data set is gone or faulty
 */
export async function readChapter(
  root: string,
  passed: PassedLesson<Lesson>,
  drawSvg: DrawSvg,
): Promise<Chapter> {
  const { lesson } = passed;
  const [stage, demo, module] = await Promise.all([
    openStage(root, lesson, passed.dataset),
    loadDemo(root, lesson.folder),
    loadLessonModule(root, lesson.folder),
  ]);
  const { dataset } = stage;
  const { checks } = checksFor({ module, stage }, noAnswer);
  const file = `figures/${String(lesson.number).padStart(2, "0")}`;
  return {
    title: `${lesson.number}. ${lesson.title}`,
    goals: lesson.goals,
    data: {
      title: dataset.title,
      rows: dataset.table.nRows,
      source: dataset.sources[0]?.title ?? "",
      licence: dataset.licenses.map(({ name, title }) => title ?? name ?? "").join(", "),
    },
    statements: checks.map(({ statement }) => statement),
    results: await drawResults(await shownResults(demo, stage, lesson.portfolio), file, drawSvg),
    code: passed.code,
    way: wayOf(passed),
    mended: passed.mistakes.flatMap((name) => told(module.mistakes, name)),
    predictions: predictionsOf(passed),
    facts: await demo.facts(stage),
  };
}

/** What the lesson names for a portfolio; else the last step that shows a picture. */
async function shownResults(demo: Demo, stage: Stage, named: readonly string[]): Promise<unknown[]> {
  if (named.length > 0) return (await Promise.all(named.map((name) => demo.run(name, stage)))).flat();
  for (const name of demo.steps.toReversed()) {
    const results = [await demo.run(name, stage)].flat();
    if (results.some((result) => isFigure(result) && result.kind !== "table")) return results;
  }
  return [];
}

function wayOf({ passedAt, attempts }: PassedLesson<Lesson>): string {
  const tries = attempts === 1 ? "the first grading" : `grading ${attempts}`;
  return `Passed on ${dayOf(passedAt)}, in ${tries}.`;
}

/** What a learner did, told by themselves. */
function told(mistakes: readonly Mistake[], name: string): string[] {
  const explanation = mistakes.find((mistake) => mistake.name === name)?.explanation;
  if (explanation === undefined) return [];
  return [firstSentence(explanation).replace(/^You (\w)/, (_, letter) => `I ${letter}`)];
}

function predictionsOf({ lesson, predictions }: PassedLesson<Lesson>): Prediction[] {
  const file = join(lesson.folder, "lesson.md");
  const blocks = parseLessonText(readFileSync(file, "utf8"), `lessons/${basename(lesson.folder)}/lesson.md`);
  return blocks.flatMap((question) => {
    const chosen = question.kind === "predict" ? predictions.get(question.id) : undefined;
    return question.kind === "predict" && chosen !== undefined ? [{ question, chosen }] : [];
  });
}
