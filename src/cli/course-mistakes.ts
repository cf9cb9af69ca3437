import { Argument, Command } from "commander";

import { readLesson } from "../course/course.ts";
import { findLesson } from "../course/find-lesson.ts";
import type { Behaviour } from "../judge/proof/unexplained.ts";
import type { Context } from "./context.ts";
import { datasetOption, jsonOption } from "./options.ts";
import { startProgress } from "./progress-line.ts";
import { penFor, plain } from "./terminal/look.ts";
import { wrap } from "./terminal/wrap.ts";

interface Options {
  readonly dataset?: string;
  readonly json?: true;
}

/** `npm run course mistakes 6`: which wrong answers a lesson can't explain yet. */
export function defineMistakes(context: Context): Command {
  return new Command("mistakes")
    .description("what mutants of the solution, and attempts in the log, do that no mistake explains")
    .addArgument(new Argument("<lesson>", "its number or name"))
    .addOption(datasetOption())
    .addOption(jsonOption("print it as one line of JSON"))
    .addHelpText("after", "\nExample:\n  npm run course mistakes 6")
    .action((wanted: string, options: Options) => show(context, wanted, options));
}

async function show(context: Context, wanted: string, { dataset, json }: Options): Promise<void> {
  const lesson = readLesson(findLesson(context.root, wanted));
  const { wrongPrograms } = await import("../judge/proof/wrong-programs.ts");
  const { unexplainedBehaviours } = await import("../judge/proof/unexplained.ts");
  const progress = startProgress(context);
  const on = dataset ?? lesson.data.default;
  const programs = await wrongPrograms(context.root, lesson, on, progress.say).finally(progress.end);
  const behaviours = unexplainedBehaviours(programs);
  if (json) return context.print(JSON.stringify({ lesson: lesson.id, tried: programs.length, behaviours }));
  context.print(behaviours.map((each) => behaviourText(each, context)).join("\n"));
  const unnamed = behaviours.reduce((sum, { programs: alike }) => sum + alike.length, 0);
  const summary =
    `Of ${programs.length} wrong programs on ${on}, ${unnamed} do what no mistake explains, in ${behaviours.length} ways. ` +
    "Where people would do the same, write it down in mistakes/, and say why it is wrong.";
  context.print(wrap(plain(summary, context.terminal), context.terminal.width).join("\n"));
}

/** Of many programs that do the same, so many are shown. */
const mostPrograms = 3;

function behaviourText(
  { times, checks, calls, because, programs }: Behaviour,
  { terminal }: Context,
): string {
  const { dim, bold } = penFor(terminal).colours;
  const indented = (text: string) =>
    wrap(plain(text, terminal), terminal.width - 2).map((line) => `  ${line}`);
  const shown = programs
    .slice(0, mostPrograms)
    .flatMap(({ from, code }) => [
      `  ${dim(plain(from, terminal))}`,
      ...code.split("\n").flatMap((line) => indented(`  ${line}`)),
    ]);
  const more = programs.length - mostPrograms;
  return [
    bold(plain(`${times}×  fails ${checks.join(", ")}`, terminal)),
    ...indented(because),
    ...calls.flatMap(({ call, gave }) => indented(`${call} gave ${gave}`)),
    ...shown,
    ...(more > 0 ? [dim(`  and ${more} more`)] : []),
    "",
  ].join("\n");
}
