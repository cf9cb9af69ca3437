import { basename } from "node:path";

import { appendEvent } from "../course/attempts.ts";
import type { Block } from "../course/lesson-text.ts";
import { isRight } from "../course/lesson-text-questions.ts";
import { drawFigure, isFigure } from "../figures/index.ts";
import { type Context, commandLine } from "./context.ts";
import { type LessonToShow, textOfResult } from "./lesson-to-show.ts";
import { startProgress } from "./progress-line.ts";
import { loadDrawSvg } from "./svg-drawing.ts";
import { ask } from "./terminal/ask.ts";
import { setCode } from "./terminal/code.ts";
import { type Images, imagesFor } from "./terminal/images.ts";
import { type Look, penFor, plain } from "./terminal/look.ts";
import { renderMarkdown } from "./terminal/markdown.ts";
import { page } from "./terminal/pager.ts";
import { wrap } from "./terminal/wrap.ts";

type Predict = Extract<Block, { kind: "predict" }>;
type Recall = Extract<Block, { kind: "recall" }>;

/**
 * Shows a lesson after its title, to the command that comes next: page by page to a person, whole to a pipe.
 *
 * @param titleRows how many rows of the screen the title has taken
 * @param wantsImages whether figures are to be images; if undefined, where the terminal says that it can show them
 */
export async function present(
  shown: LessonToShow,
  context: Context,
  titleRows: number,
  wantsImages?: boolean,
): Promise<void> {
  const { terminal } = context;
  const look: Look = { ...terminal, facts: shown.facts };
  const images = imagesFor(context, () => loadDrawSvg(context.root), wantsImages);
  await page(chunksOf(shown, context, look, images), terminal, images.rowsOf, titleRows);
}

async function* chunksOf(
  shown: LessonToShow,
  context: Context,
  look: Look,
  images: Images,
): AsyncGenerator<string> {
  let held = "";
  for (const block of shown.blocks) {
    if (block.kind === "prose") {
      // Text goes on the page that it introduces: a step follows its own paragraph without a stop.
      held = joined(held, renderMarkdown(block.nodes, look));
    } else if (block.kind === "step") {
      yield joined(held, await stepText(block.name, shown, context, look, images));
      held = "";
    } else if (block.kind === "recall") {
      yield joined(held, recallQuestion(block, look));
      held = recallAnswer(block, look);
    } else {
      if (held !== "") yield held;
      held = "";
      if ((yield* predictChunks(block, shown, context, look)) === "quit") return;
    }
  }
  yield joined(held, endOf(shown, look));
}

function joined(before: string, text: string): string {
  return before === "" ? text : `${before}\n\n${text}`;
}

/** A step: its code, then what it gives on the data. */
async function stepText(
  name: string,
  { demo, stage }: LessonToShow,
  context: Context,
  look: Look,
  images: Images,
): Promise<string> {
  const pen = penFor(look);
  const progress = startProgress(context);
  progress.say(`running ${name}`);
  const results = await demo.run(name, stage).finally(() => progress.end());
  const code = setCode(demo.sourceOf(name), "ts", pen).join("\n");
  const texts = [results].flat().map((result) => resultText(result, look, images));
  return [code, ...(await Promise.all(texts))].join("\n\n");
}

async function resultText(result: unknown, look: Look, images: Images): Promise<string> {
  if (isFigure(result)) return (await images.lineFor(result)) ?? drawFigure(result, look);
  return wrap(plain(textOfResult(result), look), look.width).join("\n");
}

async function* predictChunks(
  block: Predict,
  { facts, lesson }: LessonToShow,
  context: Context,
  look: Look,
): AsyncGenerator<string, "quit" | undefined> {
  const { bold } = penFor(look).colours;
  const asked = joined(bold("What do you expect?"), renderMarkdown(block.question, look));
  const narrow = { ...look, width: look.width - 5 };
  const options = block.options.map(({ text, explanation }, i) => ({
    text: renderMarkdown(text, narrow),
    explanation: renderMarkdown(explanation, narrow),
    isRight: isRight(block, i, facts),
  }));
  if (!context.terminal.interactive) {
    yield joined(asked, options.map((option, i) => folded(option, i, look)).join("\n"));
    return undefined;
  }
  const chosen = await ask(
    asked,
    options.map(({ text }) => text),
    context.terminal,
  );
  if (chosen === undefined) return "quit";
  const right = options.findIndex((option) => option.isRight);
  if (typeof chosen === "number") {
    const event = {
      kind: "prediction",
      lesson: lesson.id,
      predict: block.id,
      chosen: String(chosen),
    } as const;
    appendEvent(context.root, { ...event, at: context.now().toISOString(), right: chosen - 1 === right });
  }
  // At once, not on the next page: this is the moment in which it is read.
  context.terminal.output.write(`${answerText(chosen, right, options, look)}\n\n`);
  return undefined;
}

interface Option {
  readonly text: string;
  readonly explanation: string;
  readonly isRight: boolean;
}

function answerText(chosen: unknown, right: number, options: readonly Option[], look: Look): string {
  const { green, yellow } = penFor(look).colours;
  const explained = (title: string, index: number) => {
    const lines = (options[index]?.explanation ?? "").split("\n").map((line) => `     ${line}`);
    return [title, ...lines].join("\n");
  };
  if (chosen === right + 1) return `\n${explained(green(`Yes, ${right + 1}.`), right)}`;
  const own = typeof chosen === "number" ? [explained(yellow(`Not ${chosen}.`), chosen - 1)] : [];
  return `\n${[...own, explained(`It is ${right + 1}.`, right)].join("\n")}`;
}

function folded({ text, explanation, isRight: right }: Option, index: number, look: Look): string {
  const { dim } = penFor(look).colours;
  const mark = right ? (look.ascii ? ">" : "▸") : " ";
  const lines = [...text.split("\n"), ...explanation.split("\n").map(dim)];
  return lines.map((line, i) => (i === 0 ? `${mark} ${index + 1}. ${line}` : `     ${line}`)).join("\n");
}

function recallQuestion({ question }: Recall, look: Look): string {
  return joined(penFor(look).colours.bold("To remember"), renderMarkdown(question, look));
}

function recallAnswer({ answer }: Recall, look: Look): string {
  const { dim } = penFor(look).colours;
  return renderMarkdown(answer, look).split("\n").map(dim).join("\n");
}

function endOf({ lesson }: LessonToShow, look: Look): string {
  const { bold } = penFor(look).colours;
  const file = `lessons/${basename(lesson.folder)}/exercise.ts`;
  return [
    `Now write it: open ${bold(file)}.`,
    `Then have it graded: ${bold(commandLine("grade", lesson.number))}`,
    `Or on each save: ${bold(commandLine("watch", lesson.number))}`,
    `With gaps to fill: ${bold(commandLine("lesson", lesson.number, "--level", "gaps"))}`,
    `Or to be put in order: ${bold(commandLine("lesson", lesson.number, "--level", "parsons"))}`,
  ].join("\n");
}
