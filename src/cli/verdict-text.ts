import type {
  CheckVerdict,
  Counterexample,
  Diagnosis,
  ShownError,
  Status,
  Verdict,
} from "../judge/verdict.ts";
import { comparedFigure } from "./compared-figure.ts";
import { commandLine } from "./context.ts";
import { firstSentence } from "./first-sentence.ts";
import { between } from "./terminal/between.ts";
import { indented, type Look, type Pen, penFor, plain } from "./terminal/look.ts";
import { wrap } from "./terminal/wrap.ts";

const indent = 6;
/** Lines of the learner's own output that are shown, and when a screen must do. */
const printedLines = { all: 12, brief: 4 };

/**
 * Sets a verdict for the terminal: the score, each check, what the failed ones found, and what to do next.
 *
 * Whatever stems from the answer goes through `plain`, so that it can't write to the terminal by itself.
 *
 * @param brief for a screen that shows one verdict after another: only the first failed check in full
 */
export function verdictText(verdict: Verdict, look: Look, { brief = false } = {}): string {
  const pen = penFor(look);
  const pictured = brief ? undefined : verdict.checks.find(({ compared }) => compared !== undefined);
  const telling: Telling = { verdict, pen, told: new Set(), pictured };
  const inFull = brief ? verdict.checks.filter(isFailure).slice(0, 1) : verdict.checks;
  const sections = [
    [headline(verdict, pen)],
    verdict.trouble
      ? troubleLines(verdict.trouble, pen)
      : verdict.checks.flatMap((check) => checkLines(check, inFull.includes(check), telling)),
    printedSection(verdict, brief ? printedLines.brief : printedLines.all, pen),
    typeSection(verdict, pen),
    nextLines(verdict, brief, pen),
  ];
  return `\n${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

/** What is on its way to being told: mistakes are explained once, and one check has a picture. */
interface Telling {
  readonly verdict: Verdict;
  readonly pen: Pen;
  readonly told: Set<string>;
  readonly pictured: CheckVerdict | undefined;
}

function headline({ lesson, dataset, points, outOf, passed }: Verdict, pen: Pen): string {
  const { bold, green, yellow } = pen.colours;
  const score = `${points} of ${outOf} points`;
  const name = plain(`Lesson ${lesson.number}, ${lesson.title}, on ${dataset}`, pen);
  return between(bold(name), (passed ? green : yellow)(bold(score)), pen.width);
}

const marks: Readonly<Record<Status, [mark: string, ascii: string]>> = {
  passed: ["✓", "+"],
  failed: ["✗", "x"],
  error: ["✗", "x"],
  timeout: ["✗", "x"],
  memory: ["✗", "x"],
  todo: ["·", "."],
  skipped: ["·", "."],
};

function isFailure({ status }: CheckVerdict): boolean {
  return status !== "passed" && status !== "todo" && status !== "skipped";
}

function checkLines(check: CheckVerdict, inFull: boolean, telling: Telling): string[] {
  const { verdict, pen } = telling;
  const { green, red, dim, bold } = pen.colours;
  const mark = marks[check.status][pen.ascii ? 1 : 0];
  const isOpen = check.status === "todo" || check.status === "skipped";
  const colour = check.status === "passed" ? green : isOpen ? dim : red;
  const [first = "", ...rest] = wrap(plain(check.statement, pen), pen.width - 14);
  const points = `${check.points} of ${check.outOf}`;
  const title = between(`  ${colour(mark)} ${isOpen ? dim(first) : first}`, dim(points), pen.width);
  const head = [title, ...rest.map((line) => `    ${line}`)];
  if (check.status === "passed") return head;
  if (check.status === "todo") return head;
  if (isOpen || !inFull) return [...head, ...said(check.because ?? "", pen).map(dim)];
  const parts = [
    check.counterexample ? exampleLines(check.counterexample, pen) : [],
    said(`${labelOf(check.status)}${check.because ?? ""}`, pen).map((line) => bold(line)),
    check.error?.frame ? indentLines(check.error.frame, pen) : [],
    check.diagnosis
      ? diagnosisLines(check.diagnosis, telling)
      : check.next
        ? said(`Next: ${check.next}`, pen)
        : [],
    check === telling.pictured
      ? comparedFigure(check, verdict, indented(pen, indent)).map((line) =>
          `${" ".repeat(indent)}${line}`.trimEnd(),
        )
      : [],
  ];
  return [...head, "", ...parts.filter((lines) => lines.length > 0).flatMap((lines) => [...lines, ""])];
}

function labelOf(status: Status): string {
  return status === "timeout" ? "Out of time. " : status === "memory" ? "Out of memory. " : "";
}

function exampleLines({ calls }: Counterexample, pen: Pen): string[] {
  const { cyan, dim } = pen.colours;
  return calls.flatMap(({ call, gave }) => [
    ...wrap(plain(call, pen), pen.width - indent).map((line) => `${" ".repeat(indent)}${cyan(line)}`),
    ...wrap(plain(gave, pen), pen.width - indent - 7).map(
      (line, i) => `${" ".repeat(indent)}${dim(i === 0 ? "  gave " : "       ")}${line}`,
    ),
  ]);
}

function diagnosisLines(diagnosis: Diagnosis, { verdict, pen, told }: Telling): string[] {
  const { yellow } = pen.colours;
  if (told.has(diagnosis.mistake))
    return said(`The same mistake as above: ${firstSentence(diagnosis.explanation)}`, pen).map(yellow);
  told.add(diagnosis.mistake);
  const lines = said(diagnosis.explanation, pen).map(yellow);
  if (diagnosis.evidence) lines.push(...said(evidenceSentence(diagnosis.evidence, verdict.dataset), pen));
  return [...lines, ...(diagnosis.next ? said(`Next: ${diagnosis.next}`, pen) : [])];
}

function evidenceSentence(evidence: NonNullable<Diagnosis["evidence"]>, dataset: string): string {
  const { call, isOnData, path, column, gave, right } = evidence;
  const place = `${call}(…)${path}${column === undefined ? "" : `, ${column},`}`;
  return `${isOnData ? `On ${dataset}, ` : "There, "}${place} is ${gave} where ${right} is right: ${gave} is what this mistake gives.`;
}

function troubleLines({ message, line, frame }: ShownError, pen: Pen): string[] {
  const where = line === undefined ? "" : ` (line ${line})`;
  return [
    ...said(`${message}${where}`, pen).map(pen.colours.red),
    ...(frame ? ["", ...indentLines(frame, pen)] : []),
  ];
}

function printedSection({ printed: { text, isCut } }: Verdict, most: number, pen: Pen): string[] {
  const lines = plain(text, pen).trimEnd().split("\n");
  if (text.trim() === "") return [];
  const shown = lines.slice(0, most).map((line) => `  ${line.slice(0, pen.width - 2)}`);
  const left = lines.length - shown.length;
  const more =
    left > 0 || isCut ? [pen.colours.dim(`  … ${isCut ? "and much more" : `${left} more lines`}`)] : [];
  return [pen.colours.dim("Your code printed:"), ...shown, ...more];
}

function typeSection({ typeNotes }: Verdict, pen: Pen): string[] {
  if (typeNotes.length === 0) return [];
  const notes = typeNotes.flatMap(({ message, line, column }) =>
    wrap(plain(`line ${line}, column ${column}: ${message}`, pen), pen.width - 2).map((text) => `  ${text}`),
  );
  return [pen.colours.dim("What TypeScript says about it; it costs no points:"), ...notes];
}

function nextLines({ lesson, passed, checks, seed }: Verdict, brief: boolean, pen: Pen): string[] {
  const { dim, bold } = pen.colours;
  // With spaces that don't break, so that a command stands on one line, ready to be copied.
  const command = (...words: Parameters<typeof commandLine>) =>
    commandLine(...words).replaceAll(" ", "\u00a0");
  const { number } = lesson;
  if (passed) {
    const ours = `${bold(command("solution", number))} compares with ours;`;
    return wrap(`All passed. ${ours} ${bold(command("lesson"))} has the next one.`, pen.width);
  }
  const todo = checks.find(({ status }) => status === "todo");
  const isUntouched = checks.every(({ status }) => status === "todo");
  const first = /Not written yet: (\w+)/.exec(todo?.because ?? "")?.[1];
  const open =
    isUntouched && first
      ? wrap(`Nothing is written yet. Begin with ${bold(plain(first, pen))} in exercise.ts.`, pen.width)
      : [];
  const commands = `${bold(command("hint", number))} gives a hint; ${bold(command("watch", number))} grades on each save.`;
  const again = `These inputs again: ${command("grade", number, "--seed", seed)}`;
  // A screen that shows one verdict after another has keys for the rest.
  return [...open, ...(brief ? [] : wrap(commands, pen.width)), ...wrap(again, pen.width).map(dim)];
}

function said(text: string, pen: Pen): string[] {
  return wrap(plain(text, pen), pen.width - indent).map((line) => `${" ".repeat(indent)}${line}`);
}

function indentLines(text: string, pen: Pen): string[] {
  return plain(text, pen)
    .split("\n")
    .map((line) => `${" ".repeat(indent)}${line}`.slice(0, pen.width).trimEnd());
}
