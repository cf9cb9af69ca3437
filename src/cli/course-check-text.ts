import type { LessonTodo } from "../course/lesson-todos.ts";
import type { Tally } from "../judge/proof/proof-parts.ts";
import type { Proof } from "../judge/proof/prove-lesson.ts";
import { type Context, commandLine } from "./context.ts";
import { penFor, plain } from "./terminal/look.ts";
import { setCells } from "./terminal/table.ts";
import { wrap } from "./terminal/wrap.ts";

/** A proof, with what its author knows is missing. */
export type WrittenProof = Proof & { readonly todos: readonly LessonTodo[] };

/** What is still to be written: no fault, but not for learners yet. */
export function todosText(
  { number, id }: Proof,
  todos: readonly LessonTodo[],
  { terminal }: Context,
): string {
  const { dim } = penFor(terminal).colours;
  const lines = todos.flatMap(({ file, line, what }) => {
    const [first = "", ...rest] = wrap(plain(`${file}:${line}: ${what}`, terminal), terminal.width - 2);
    return [`${dim(plain("·", terminal))} ${first}`, ...rest.map((text) => `  ${text}`)];
  });
  const count = todos.length === 1 ? "One part is" : `${todos.length} parts are`;
  return [`Lesson ${number}, ${id}. ${count} still to be written:`, ...lines, ""].join("\n");
}

/** What a lesson does not stand up to, and what to do about each. */
export function faultsText({ number, id, faults }: Proof, { terminal }: Context): string {
  const { red, dim } = penFor(terminal).colours;
  const lines = faults.flatMap(({ where, what, hint }) => [
    ...wrap(`${red(plain("✗", terminal))} ${plain(`${where}: ${what}`, terminal)}`, terminal.width),
    ...wrap(plain(hint, terminal), terminal.width - 2).map((line) => `  ${dim(line)}`),
  ]);
  return [`Lesson ${number}, ${id}`, ...lines, ""].join("\n");
}

/** What an author sees after a save: what is short, or what has held. */
export function watchText(proof: WrittenProof, context: Context): string {
  const { terminal } = context;
  const { green, dim } = penFor(terminal).colours;
  const { number, id, faults, todos, checks, points, alternatives, mistakes, datasets, seconds } = proof;
  const held =
    `Lesson ${number}, ${id}: ${checks} checks for ${points} points; starter, solution, ${alternatives.of} alternatives, ` +
    `${mistakes.of} mistakes, steps and text hold.`;
  const parts = [
    ...(todos.length > 0 ? [todosText(proof, todos, context)] : []),
    ...(faults.length > 0
      ? [faultsText(proof, context)]
      : [...wrap(`${green(plain("✓", terminal))} ${plain(held, terminal)}`, terminal.width), ""]),
  ];
  const how = `Proved on ${datasets[0] ?? "no data set"} in ${seconds.toFixed(1)} s; waiting for your next save.`;
  const rest = `Other data sets, many seeds, probes and mutants: ${commandLine("course", "check", number)}`;
  const keys = terminal.interactive ? ["q quit"] : [];
  const footer = [...wrap(how, terminal.width), ...wrap(rest, terminal.width), ...keys];
  return [...parts, ...footer.map(dim)].join("\n");
}

const columns = ["lesson", "checks", "points", "right", "wrong", "mutants", "probes", "data", "s"];
const right = columns.slice(1).map(() => "right" as const);

/** The numbers of a proof, one to a column after the first. */
function cellsOf(proof: Proof): string[] {
  const tally = ({ held, of }: Tally) => (of === 0 ? "" : `${held}/${of}`);
  const tallies = [proof.alternatives, proof.mistakes, proof.mutants, proof.probes].map(tally);
  const counts = [proof.checks, proof.points].map(String);
  return [...counts, ...tallies, String(proof.datasets.length), proof.seconds.toFixed(0)];
}

/** A row for each lesson, narrow enough for a terminal of 80 columns, with a line that says what the words stand for. */
export function proofsText(proofs: readonly WrittenProof[], { terminal }: Context): string {
  const pen = penFor(terminal);
  const { green, red, dim } = pen.colours;
  const rows = proofs.map((proof) => {
    const done = proof.todos.length === 0 ? green(plain("✓", pen)) : dim(plain("·", pen));
    const mark = proof.faults.length === 0 ? done : red(plain("✗", pen));
    return [`${mark} ${proof.number} ${proof.id}`, ...cellsOf(proof)];
  });
  const table = setCells([columns, ...rows], ["left", ...right], pen);
  return [...table, "", ...wrap(plain(key, pen), pen.width).map(dim)].join("\n");
}

/** The same rows as a table in Markdown, for a README. */
export function proofsMarkdown(proofs: readonly WrittenProof[]): string {
  const rows = proofs.map((proof) => {
    const mark = proof.faults.length > 0 ? "✗" : proof.todos.length > 0 ? "·" : "✓";
    return [`${mark} ${proof.number} ${proof.id}`, ...cellsOf(proof)];
  });
  const ruler = ["---", ...right.map(() => "---:")];
  return [...[columns, ruler, ...rows].map((cells) => `| ${cells.join(" | ")} |`), "", key].join("\n");
}

const key =
  "right: alternatives that pass; wrong: mistakes named as themselves; mutants: changes of the solution that lose points; " +
  "probes: answers that know nothing, and got nothing; data: sets that it runs on; s: seconds.";
