import { Argument, Command, Option } from "commander";

import { type Lesson, readLesson, readLessons } from "../course/course.ts";
import { findLesson } from "../course/find-lesson.ts";
import { todosOf } from "../course/lesson-todos.ts";
import { openStamps } from "../judge/proof/proof-stamp.ts";
import type { Proof, ProofOptions } from "../judge/proof/prove-lesson.ts";
import type { Context } from "./context.ts";
import { faultsText, proofsMarkdown, proofsText, todosText, type WrittenProof } from "./course-check-text.ts";
import { datasetOption, jsonOption, wholeNumber } from "./options.ts";
import { type ProgressLine, startProgress } from "./progress-line.ts";

interface Options {
  readonly dataset?: string;
  readonly seeds: number;
  readonly seedsElsewhere: number;
  readonly sets?: number;
  readonly quick?: true;
  readonly changed?: true;
  readonly markdown?: true;
  readonly json?: true;
}

/** `npm run course check 6`: does a lesson hold what its learners rely on? */
export function defineCheck(context: Context): Command {
  return new Command("check")
    .description("put a lesson, or all of them, to the proof: starter, right answers, mistakes, steps, text")
    .addArgument(new Argument("[lesson]", "its number or name; all of them without one"))
    .addOption(datasetOption())
    .addOption(
      new Option(
        "--seeds <number>",
        "draw inputs anew for right answers so often on the lesson's own data set",
      )
        .argParser(wholeNumber)
        .default(50, "50"),
    )
    .addOption(
      new Option("--seeds-elsewhere <number>", "and so often on each other data set that fits")
        .argParser(wholeNumber)
        .default(5, "5"),
    )
    .addOption(
      new Option("--sets <number>", "at most so many data sets, the lesson's own first").argParser(
        wholeNumber,
      ),
    )
    .option("--quick", "only what is done in seconds: no process for each answer, no probes, no mutants")
    .option("--changed", "only lessons that changed, or what they stand on did, since they passed last")
    .addOption(new Option("--markdown", "print the table as Markdown").conflicts("json"))
    .addOption(jsonOption("print what was found as one line of JSON"))
    .addHelpText(
      "after",
      "\nExamples:\n  npm run course check\n  npm run course check 6\n  npm run course check 6 -- --dataset iris --seeds 5\n  npm run course check -- --changed",
    )
    .action((wanted: string | undefined, options: Options) => check(context, wanted, options));
}

async function check(context: Context, wanted: string | undefined, options: Options): Promise<void> {
  const { root } = context;
  const wantedOnes = wanted === undefined ? readLessons(root) : [readLesson(findLesson(root, wanted))];
  const stamps = openStamps(root, thoroughnessOf(options).join(" "));
  const lessons = wantedOnes.filter((lesson) => !(options.changed && stamps.holds(lesson)));
  if (lessons.length === 0 && !options.json)
    return context.print("Nothing has changed since every lesson passed.");
  // Before the proof: what is saved while it runs has not been proved.
  const before = new Map(lessons.map((lesson) => [lesson.number, { lesson, state: stamps.stateOf(lesson) }]));
  const withTodos = (proof: Proof): WrittenProof => {
    const folder = before.get(proof.number)?.lesson.folder;
    return { ...proof, todos: folder === undefined ? [] : todosOf(folder) };
  };
  const tell = tellerOf(context, options);
  const progress = startProgress(context);
  const onProof = (proof: Proof) => tell(withTodos(proof));
  const proofs = (await prove(root, lessons, options, { progress, onProof }).finally(progress.end)).map(
    withTodos,
  );
  for (const proof of proofs) {
    const stood = before.get(proof.number);
    if (stood) stamps.keep(stood.lesson, isSound(proof) ? stood.state : undefined);
  }
  context.print(resultText(proofs, options, context));
  if (options.changed && !options.json) sayUnchanged(context, wantedOnes, lessons);
  if (!proofs.every(isSound)) context.exitCode = 1;
}

function isSound({ faults, todos }: WrittenProof): boolean {
  return faults.length + todos.length === 0;
}

/** What is said of each lesson as soon as it is known; beside the table, where that goes into a file. */
function tellerOf(context: Context, { json, markdown }: Options): (proof: WrittenProof) => void {
  const say = markdown ? context.note : context.print;
  return (proof) => {
    if (!json && proof.todos.length > 0) say(todosText(proof, proof.todos, context));
    if (!json && proof.faults.length > 0) say(faultsText(proof, context));
  };
}

function resultText(proofs: readonly WrittenProof[], { json, markdown }: Options, context: Context): string {
  if (json) return JSON.stringify(proofs);
  return markdown ? proofsMarkdown(proofs) : proofsText(proofs, context);
}

function sayUnchanged(context: Context, wanted: readonly Lesson[], proved: readonly Lesson[]): void {
  const others = wanted.filter((lesson) => !proved.includes(lesson)).map(({ number }) => number);
  if (others.length > 0) context.note(`\nUnchanged since they passed: lessons ${others.join(", ")}.`);
}

/** One lesson is proved here; of several, each in a process of its own. */
async function prove(
  root: string,
  lessons: readonly Lesson[],
  options: Options,
  { progress, onProof }: { progress: ProgressLine; onProof(proof: Proof): void },
): Promise<Proof[]> {
  const [lesson, ...others] = lessons;
  if (lesson && others.length === 0) {
    const { proveLesson } = await import("../judge/proof/prove-lesson.ts");
    const proof = await proveLesson(root, lesson, {
      ...(await thoroughProof(options, lesson)),
      onPart: progress.say,
    });
    onProof(proof);
    return [proof];
  }
  const { proveEach } = await import("./course-check-each.ts");
  let done = 0;
  progress.say(`0 of ${lessons.length} lessons`);
  return proveEach(root, lessons, thoroughnessOf(options), (proof) => {
    progress.say(`${++done} of ${lessons.length} lessons`);
    onProof(proof);
  });
}

/** The options that say how thorough a proof is, for the command that proves a single lesson. */
function thoroughnessOf({ dataset, seeds, seedsElsewhere, sets, quick }: Options): string[] {
  return [
    ...["--seeds", String(seeds), "--seeds-elsewhere", String(seedsElsewhere)],
    ...(dataset === undefined ? [] : ["--dataset", dataset]),
    ...(sets === undefined ? [] : ["--sets", String(sets)]),
    ...(quick ? ["--quick"] : []),
  ];
}

/** Seeds that are enough while a lesson is being written. */
const quickSeeds = 2;

async function thoroughProof(
  { dataset, seeds, seedsElsewhere, sets, quick }: Options,
  { data }: Lesson,
): Promise<ProofOptions> {
  if (!quick) return { seeds, seedsElsewhere, sets, dataset };
  const { quickParts } = await import("../judge/proof/proof-parts.ts");
  return {
    seeds: Math.min(seeds, quickSeeds),
    seedsElsewhere: 0,
    dataset: dataset ?? data.default,
    parts: quickParts,
  };
}
