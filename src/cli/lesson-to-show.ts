import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

import type { RootContent } from "mdast";

import { appendEvent } from "../course/attempts.ts";
import { type Lesson, type LessonFolder, readLesson } from "../course/course.ts";
import { type Demo, type Facts, loadDemo } from "../course/demo.ts";
import { type Block, parseLessonText } from "../course/lesson-text.ts";
import { isRight } from "../course/lesson-text-questions.ts";
import type { Stage } from "../data/index.ts";
import type { Context } from "./context.ts";
import { openStage } from "./grading.ts";
import { startProgress } from "./progress-line.ts";

/** A lesson with all that is needed to show it on a data set. */
export interface LessonToShow {
  readonly lesson: Lesson;
  readonly stage: Stage;
  readonly source: string;
  readonly blocks: readonly Block[];
  readonly demo: Demo;
  readonly facts: Facts;
}

/** What is known of a lesson at once: the rest has to be computed on its data. */
export type OpenedLesson = Pick<LessonToShow, "lesson" | "stage">;

/**
 * Reads a lesson and notes that it was opened.
 *
 * @param onOpened called as soon as there is something to be shown
 * @throws Problem when the lesson is faulty or the data set does not fit
 */
export async function readLessonToShow(
  context: Context,
  found: LessonFolder,
  dataset: string | undefined,
  onOpened: (opened: OpenedLesson) => void = () => undefined,
): Promise<LessonToShow> {
  const { root, now } = context;
  const lesson = readLesson(found);
  const file = `lessons/${basename(found.folder)}/lesson.md`;
  const source = readFileSync(join(found.folder, "lesson.md"), "utf8");
  const blocks = parseLessonText(source, file);
  const stage = await openStage(root, lesson, dataset);
  appendEvent(root, { kind: "opened", at: now().toISOString(), lesson: lesson.id });
  onOpened({ lesson, stage });
  const progress = startProgress(context);
  progress.say("working out the numbers of this lesson");
  try {
    const demo = await loadDemo(root, found.folder);
    return { lesson, stage, source, blocks, demo, facts: await demo.facts(stage) };
  } finally {
    progress.end();
  }
}

/** What stands above a lesson. */
export function titleOfLesson({ lesson }: OpenedLesson): string {
  return `Lesson ${lesson.number}: ${lesson.title}`;
}

/** How long a lesson takes, and on what data it runs. */
export function aboutLesson({ lesson, stage: { dataset, table } }: OpenedLesson): string {
  return `${lesson.minutes} minutes, on ${dataset.title} (${dataset.name}, ${table.nRows} rows)`;
}

/** What a step gives, in words, where it is no figure. */
export function textOfResult(result: unknown): string {
  return (typeof result === "string" ? result : JSON.stringify(result)) ?? "";
}

/** A lesson as data: its text as Markdown, its steps with code and results, its questions. */
export async function lessonAsJson({
  lesson,
  stage,
  source,
  blocks,
  demo,
  facts,
}: LessonToShow): Promise<object> {
  const { folder, ...about } = lesson;
  const text = (nodes: readonly RootContent[]) => markdownOf(nodes, source);
  const shown = [];
  for (const block of blocks) {
    if (block.kind === "prose") shown.push({ kind: "prose", markdown: text(block.nodes) });
    if (block.kind === "recall") {
      shown.push({
        kind: "recall",
        id: block.id,
        question: text(block.question),
        answer: text(block.answer),
      });
    }
    if (block.kind === "predict") {
      const options = block.options.map((option, i) => ({
        text: text(option.text),
        explanation: text(option.explanation),
        right: isRight(block, i, facts),
      }));
      shown.push({ kind: "predict", id: block.id, question: text(block.question), options });
    }
    if (block.kind === "step") {
      const { name } = block;
      shown.push({
        kind: "step",
        name,
        code: demo.sourceOf(name),
        results: [await demo.run(name, stage)].flat(),
      });
    }
  }
  return {
    lesson: about,
    dataset: stage.dataset.name,
    facts,
    blocks: shown,
    exercise: `lessons/${basename(folder)}/exercise.ts`,
  };
}

function markdownOf(nodes: readonly RootContent[], source: string): string {
  const start = nodes[0]?.position?.start.offset;
  const end = nodes.at(-1)?.position?.end.offset;
  return start === undefined || end === undefined ? "" : source.slice(start, end);
}
