import { basename } from "node:path";

import { appendEvent } from "../course/attempts.ts";
import type { Block } from "../course/lesson-text.ts";
import { drawFigure, isFigure } from "../figures/index.ts";
import { type Context, commandLine } from "./context.ts";
import { isRight, type LessonToShow } from "./lesson-to-show.ts";
import { startProgress } from "./progress-line.ts";
import { ask } from "./terminal/ask.ts";
import { setCode } from "./terminal/code.ts";
import { type Look, penFor, plain } from "./terminal/look.ts";
import { renderMarkdown } from "./terminal/markdown.ts";
import { page } from "./terminal/pager.ts";
import { wrap } from "./terminal/wrap.ts";

type Predict = Extract<Block, { kind: "predict" }>;
type Recall = Extract<Block, { kind: "recall" }>;

/** Shows a lesson from its title to the command that comes next: page by page to a person, whole to a pipe. */
export async function present(shown: LessonToShow, context: Context): Promise<void> {
  const { terminal } = context;
  const look: Look = { ...terminal, facts: shown.facts };
  await page(chunksOf(shown, context, look), terminal);
}

async function* chunksOf(shown: LessonToShow, context: Context, look: Look): AsyncGenerator<string> {
  let held = titleOf(shown, look);
  for (const block of shown.blocks) {
    if (block.kind === "prose") {
      // Text goes on the page that it introduces: a step follows its own paragraph without a stop.
      held = joined(held, renderMarkdown(block.nodes, look));
    } else if (block.kind === "step") {
      yield joined(held, await stepText(block.name, shown, context, look));
      held = "";
    } else {
      if (held !== "") yield held;
      held = "";
      yield* block.kind === "predict"
        ? predictChunks(block, shown, context, look)
        : recallChunks(block, context, look);
    }
  }
  yield joined(held, endOf(shown, look));
}

function joined(before: string, text: string): string {
  return before === "" ? text : `${before}\n\n${text}`;
}

function titleOf({ lesson, stage }: LessonToShow, look: Look): string {
  const { colours } = penFor(look);
  const title = plain(`Lesson ${lesson.number}: ${lesson.title}`, look);
  const about = `${lesson.minutes} minutes, on ${stage.dataset.title} (${stage.dataset.name}, ${stage.table.nRows} rows)`;
  const goals = lesson.goals.flatMap((goal) =>
    wrap(plain(goal, look), look.width - 4).map((line, i) => `  ${i === 0 ? "-" : " "} ${line}`),
  );
  const intro = lesson.goals.length > 0 ? ["", "Afterwards you can say:", ...goals] : [];
  return ["", colours.bold(title), ...wrap(plain(about, look), look.width).map(colours.dim), ...intro].join(
    "\n",
  );
}

/** A step: its code, then what it gives on the data. */
async function stepText(
  name: string,
  { demo, stage }: LessonToShow,
  context: Context,
  look: Look,
): Promise<string> {
  const pen = penFor(look);
  const progress = startProgress(context);
  progress.say(`running ${name}`);
  const results = await demo.run(name, stage).finally(() => progress.end());
  const code = setCode(demo.sourceOf(name), "ts", pen).join("\n");
  return [code, ...[results].flat().map((result) => resultText(result, look))].join("\n\n");
}

function resultText(result: unknown, look: Look): string {
  if (isFigure(result)) return drawFigure(result, look);
  const text = typeof result === "string" ? result : JSON.stringify(result);
  return wrap(plain(text ?? "", look), look.width).join("\n");
}

async function* predictChunks(block: Predict, { facts, lesson }: LessonToShow, context: Context, look: Look) {
  const { colours } = penFor(look);
  const question = `${colours.bold("What do you expect?")} ${""}`.trim();
  const asked = joined(question, renderMarkdown(block.question, look));
  const options = block.options.map(({ text }) => renderMarkdown(text, { ...look, width: look.width - 5 }));
  const explanations = block.options.map(({ explanation }, i) => ({
    isRight: isRight(block, i, facts),
    text: renderMarkdown(explanation, { ...look, width: look.width - 5 }),
  }));
  if (!context.terminal.interactive) {
    yield joined(asked, options.map((option, i) => folded(option, i, explanations[i], look)).join("\n"));
    return;
  }
  const chosen = await ask(`\n${asked}`, options, context.terminal);
  const right = explanations.findIndex((explanation) => explanation.isRight);
  if (typeof chosen === "number") {
    appendEvent(context.root, {
      kind: "prediction",
      at: context.now().toISOString(),
      lesson: lesson.id,
      predict: block.id,
      chosen: String(chosen),
      right: chosen - 1 === right,
    });
  }
  yield answerText(typeof chosen === "number" ? chosen - 1 : -1, right, explanations, look);
}

type Explanation = { readonly isRight: boolean; readonly text: string };

function answerText(chosen: number, right: number, explanations: readonly Explanation[], look: Look): string {
  const { colours } = penFor(look);
  const own =
    chosen >= 0 && chosen !== right ? [`You said ${chosen + 1}. ${explanations[chosen]?.text ?? ""}`] : [];
  const verdict = chosen === right ? colours.green(`Yes, ${right + 1}.`) : `It is ${right + 1}.`;
  return [...own, `${verdict} ${explanations[right]?.text ?? ""}`].join("\n\n");
}

function folded(option: string, index: number, explanation: Explanation | undefined, look: Look): string {
  const { dim } = penFor(look).colours;
  const mark = explanation?.isRight ? (look.ascii ? ">" : "▸") : " ";
  const lines = [option, ...(explanation?.text ? [dim(explanation.text)] : [])].join("\n").split("\n");
  return lines.map((line, i) => (i === 0 ? `${mark} ${index + 1}. ${line}` : `     ${line}`)).join("\n");
}

async function* recallChunks(block: Recall, context: Context, look: Look): AsyncGenerator<string> {
  const { colours } = penFor(look);
  const question = joined(colours.bold("To remember"), renderMarkdown(block.question, look));
  const answer = renderMarkdown(block.answer, look);
  if (context.terminal.interactive) {
    yield question;
    yield answer;
  } else yield joined(question, colours.dim(answer));
}

function endOf({ lesson }: LessonToShow, look: Look): string {
  const { bold } = penFor(look).colours;
  const file = `lessons/${basename(lesson.folder)}/exercise.ts`;
  return [
    `Now write it: open ${bold(file)}.`,
    `Then have it graded: ${bold(commandLine("grade", lesson.number))}, or on each save: ${bold(commandLine("watch", lesson.number))}`,
  ].join("\n");
}
