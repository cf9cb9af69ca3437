import { Argument, Command, Option } from "commander";

import { type Lesson, readLesson, readLessons } from "../course/course.ts";
import { findLesson } from "../course/find-lesson.ts";
import { type LessonTodo, todosOf } from "../course/lesson-todos.ts";
import type { Tally } from "../judge/proof/proof-parts.ts";
import type { Proof } from "../judge/proof/prove-lesson.ts";
import type { Context } from "./context.ts";
import { datasetOption, jsonOption, wholeNumber } from "./options.ts";
import { type ProgressLine, startProgress } from "./progress-line.ts";
import { penFor, plain } from "./terminal/look.ts";
import { setCells } from "./terminal/table.ts";
import { wrap } from "./terminal/wrap.ts";

interface Options {
  readonly dataset?: string;
  readonly seeds: number;
  readonly seedsElsewhere: number;
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
    .addOption(jsonOption("print what was found as one line of JSON"))
    .addHelpText(
      "after",
      "\nExamples:\n  npm run course check\n  npm run course check 6\n  npm run course check 6 -- --dataset iris --seeds 5",
    )
    .action((wanted: string | undefined, options: Options) => check(context, wanted, options));
}

async function check(context: Context, wanted: string | undefined, options: Options): Promise<void> {
  const lessons =
    wanted === undefined ? readLessons(context.root) : [readLesson(findLesson(context.root, wanted))];
  const todos = new Map(lessons.map(({ number, folder }) => [number, todosOf(folder)]));
  const onProof = (proof: Proof) => {
    const open = todos.get(proof.number) ?? [];
    if (!options.json && open.length > 0) context.print(todosText(proof, open, context));
    if (!options.json && proof.faults.length > 0) context.print(faultsText(proof, context));
  };
  const progress = startProgress(context);
  const proofs = await prove(context.root, lessons, options, { progress, onProof }).finally(progress.end);
  const written = proofs.map((proof) => ({ ...proof, todos: todos.get(proof.number) ?? [] }));
  context.print(options.json ? JSON.stringify(written) : proofsText(written, context));
  if (written.some((each) => each.faults.length + each.todos.length > 0)) context.exitCode = 1;
}

/** One lesson is proved here; of several, each in a process of its own. */
async function prove(
  root: string,
  lessons: readonly Lesson[],
  { dataset, seeds, seedsElsewhere }: Options,
  { progress, onProof }: { progress: ProgressLine; onProof(proof: Proof): void },
): Promise<Proof[]> {
  const [lesson, ...others] = lessons;
  if (lesson && others.length === 0) {
    const { proveLesson } = await import("../judge/proof/prove-lesson.ts");
    const proof = await proveLesson(root, lesson, { seeds, seedsElsewhere, dataset, onPart: progress.say });
    onProof(proof);
    return [proof];
  }
  const { proveEach } = await import("./course-check-each.ts");
  const numbers = ["--seeds", String(seeds), "--seeds-elsewhere", String(seedsElsewhere)];
  let done = 0;
  progress.say(`0 of ${lessons.length} lessons`);
  return proveEach(
    root,
    lessons,
    dataset === undefined ? numbers : [...numbers, "--dataset", dataset],
    (proof) => {
      progress.say(`${++done} of ${lessons.length} lessons`);
      onProof(proof);
    },
  );
}

/** What its author knows is missing: no fault, but not for learners yet. */
function todosText({ number, id }: Proof, todos: readonly LessonTodo[], { terminal }: Context): string {
  const { dim } = penFor(terminal).colours;
  const lines = todos.flatMap(({ file, line, what }) => {
    const [first = "", ...rest] = wrap(plain(`${file}:${line}: ${what}`, terminal), terminal.width - 2);
    return [`${dim(plain("·", terminal))} ${first}`, ...rest.map((text) => `  ${text}`)];
  });
  const count = todos.length === 1 ? "One part is" : `${todos.length} parts are`;
  return [`Lesson ${number}, ${id}. ${count} still to be written:`, ...lines, ""].join("\n");
}

function faultsText({ number, id, faults }: Proof, { terminal }: Context): string {
  const { red, dim } = penFor(terminal).colours;
  const lines = faults.flatMap(({ where, what, hint }) => [
    ...wrap(`${red(plain("✗", terminal))} ${plain(`${where}: ${what}`, terminal)}`, terminal.width),
    ...wrap(plain(hint, terminal), terminal.width - 2).map((line) => `  ${dim(line)}`),
  ]);
  return [`Lesson ${number}, ${id}`, ...lines, ""].join("\n");
}

/** Narrow enough for a terminal of 80 columns, with a line that says what the words stand for. */
function proofsText(
  proofs: readonly (Proof & { readonly todos: readonly LessonTodo[] })[],
  { terminal }: Context,
): string {
  const pen = penFor(terminal);
  const { green, red, dim } = pen.colours;
  const header = ["lesson", "checks", "points", "right", "wrong", "mutants", "probes", "data", "s"];
  const tally = ({ held, of }: Tally) => `${held}/${of}`;
  const rows = proofs.map((proof) => {
    const done = proof.todos.length === 0 ? green(plain("✓", pen)) : dim(plain("·", pen));
    const mark = proof.faults.length === 0 ? done : red(plain("✗", pen));
    const numbers = [proof.checks, proof.points].map(String);
    const tallies = [proof.alternatives, proof.mistakes, proof.mutants, proof.probes].map(tally);
    const rest = [String(proof.datasets.length), proof.seconds.toFixed(0)];
    return [`${mark} ${proof.number} ${proof.id}`, ...numbers, ...tallies, ...rest];
  });
  const table = setCells([header, ...rows], ["left", ...header.slice(1).map(() => "right" as const)], pen);
  return [...table, "", ...wrap(plain(key, pen), pen.width).map(dim)].join("\n");
}

const key =
  "right: alternatives that pass; wrong: mistakes named as themselves; mutants: changes of the solution that lose points; " +
  "probes: answers that know nothing, and got nothing; data: sets that it runs on; s: seconds.";
