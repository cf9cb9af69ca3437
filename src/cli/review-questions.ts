import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

import { appendEvent } from "../course/attempts.ts";
import { type Lesson, readLessons } from "../course/course.ts";
import { type Facts, loadDemo } from "../course/demo.ts";
import { type Block, factsNamed, parseLessonText } from "../course/lesson-text.ts";
import type { ReviewQuestion } from "../course/review.ts";
import { type Context, commandLine } from "./context.ts";
import { openStage } from "./grading.ts";
import { ask } from "./terminal/ask.ts";
import { type Look, penFor, plain } from "./terminal/look.ts";
import { renderMarkdown } from "./terminal/markdown.ts";

/** A recall question with the lesson that it is from. */
export interface RecallQuestion extends ReviewQuestion {
  readonly number: number;
  readonly source: Lesson;
  readonly block: Extract<Block, { kind: "recall" }>;
}

/** All recall questions of the course, in the order of the lessons. */
export function readQuestions(root: string): RecallQuestion[] {
  return readLessons(root).flatMap((source) => {
    const file = join(source.folder, "lesson.md");
    const blocks = parseLessonText(
      readFileSync(file, "utf8"),
      `lessons/${basename(source.folder)}/lesson.md`,
    );
    return blocks.flatMap((block) =>
      block.kind === "recall"
        ? [{ lesson: source.id, recall: block.id, number: source.number, source, block }]
        : [],
    );
  });
}

/** Asks one question after another and writes down which were remembered; to a pipe, prints them with their answers. */
export async function askQuestions(questions: readonly RecallQuestion[], context: Context): Promise<void> {
  for (const [i, question] of questions.entries()) {
    const look: Look = { ...context.terminal, facts: await factsFor(question, context.root) };
    const { bold, dim } = penFor(look).colours;
    const { number, title } = question.source;
    const place = dim(plain(`Lesson ${number}, ${title} (${i + 1} of ${questions.length})`, look));
    const asked = `${place}\n\n${bold(renderMarkdown(question.block.question, look))}`;
    const answer = renderMarkdown(question.block.answer, look);
    if (!context.terminal.interactive) context.print(`${asked}\n\n${answer}\n`);
    else if (!(await askOne(asked, answer, question, context))) break;
  }
  if (context.terminal.interactive) context.print(`${commandLine("review")} asks again when one is due.`);
}

/** Whether the person goes on. Whoever has to say first whether they know is not fooled by an answer that sounds familiar. */
async function askOne(
  asked: string,
  answer: string,
  { lesson, recall }: RecallQuestion,
  { root, now, terminal }: Context,
): Promise<boolean> {
  const first = ["I can say it: show me the answer", "I can't: show me the answer"];
  const said = await ask(asked, first, terminal, "skip it");
  if (said === undefined) return false;
  if (said === "pass") return true;
  const second = ["Yes", "Not quite"];
  const shown = `\n${answer}\n`;
  const held = said === 1 ? await ask(`${shown}\nDid you have it?`, second, terminal, "leave it open") : 2;
  if (said !== 1) terminal.output.write(`${shown}\n`);
  if (held === undefined) return false;
  if (held === "pass") return true;
  appendEvent(root, { kind: "review", at: now().toISOString(), lesson, recall, remembered: held === 1 });
  return true;
}

/** Facts are worked out on the lesson's own data, and only where the question names one. */
async function factsFor({ block, source }: RecallQuestion, root: string): Promise<Facts> {
  if (factsNamed([block]).length === 0) return {};
  const [stage, demo] = await Promise.all([openStage(root, source), loadDemo(root, source.folder)]);
  return demo.facts(stage);
}
