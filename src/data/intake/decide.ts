import { Problem } from "../../problem.ts";
import type { ColumnType } from "../column.ts";
import { didYouMean } from "../did-you-mean.ts";
import type { Task } from "../package-schema.ts";
import type { Effect, Examination, ExaminedColumn, Question } from "./examination.ts";

/** A column as it is going to be stored. */
export interface DecidedColumn {
  readonly name: string;
  /** Where it stands in the file. */
  readonly position: number;
  readonly type: ColumnType;
  /** The texts that stand for a missing value, as they are stored. */
  readonly missingCodes: readonly string[];
  readonly decimalComma: boolean;
  readonly dateFormat: string | null;
}

/** A question, the answer that was taken, and whether it is the safe one. */
export interface Decision {
  readonly question: Question;
  /** What the answer means, in words. */
  readonly text: string;
  readonly isSafe: boolean;
}

/** What becomes of an examined file. */
export interface Decided {
  readonly columns: readonly DecidedColumn[];
  readonly leftOut: readonly string[];
  readonly task: Task;
  readonly identifiers: readonly string[];
  readonly leaks: readonly string[];
  readonly decisions: readonly Decision[];
}

/**
 * What the answers make of an examined file; where there is no answer, the safe one is taken.
 *
 * @param answers the chosen option's name by the question's id
 * @throws Problem "usage" on a question or an option that there is not
 */
export function decide(examination: Examination, answers: Readonly<Record<string, string>>): Decided {
  const { questions, columns, roles } = examination;
  refuseUnknown(questions, answers);
  const chosen = questions.map((question) => choose(question, answers));
  if (chosen.some(({ question, name }) => question.id === `dates:${roles.time}` && name === "text")) {
    throw new Problem(
      "usage",
      "The column of --time cannot stay text.",
      "Store its dates as such, or name no --time.",
    );
  }
  const effectsOn = (name: string) =>
    chosen.flatMap(({ question, effect }) => (question.column === name ? [effect] : []));
  const withRole = (role: Effect["role"]) =>
    columns.map(({ name }) => name).filter((name) => effectsOn(name).some((effect) => effect.role === role));
  const leftOut = columns
    .map(({ name }) => name)
    .filter((name) => effectsOn(name).some(({ leaveOut }) => leaveOut === true));
  const isKept = (name: string) => !leftOut.includes(name);
  return {
    columns: columns.flatMap((column, position) =>
      isKept(column.name) ? [toDecided(column, position, effectsOn(column.name))] : [],
    ),
    leftOut,
    task: chosen.reduce((task, { effect }) => effect.task ?? task, examination.task),
    identifiers: withRole("identifiers").filter(isKept),
    leaks: [...new Set([...roles.leaks, ...withRole("leaks")])].filter(isKept),
    decisions: chosen.map(({ question, name, text }) => ({ question, text, isSafe: name === question.safe })),
  };
}

function refuseUnknown(questions: readonly Question[], answers: Readonly<Record<string, string>>): void {
  const ids = questions.map(({ id }) => id);
  const unknown = Object.keys(answers).find((id) => !ids.includes(id));
  if (unknown === undefined) return;
  throw new Problem(
    "usage",
    `There is no question "${unknown}".`,
    didYouMean(unknown, ids) || "Nothing was asked so.",
  );
}

function choose(question: Question, answers: Readonly<Record<string, string>>) {
  const { id, options, safe } = question;
  const name = Object.hasOwn(answers, id) ? answers[id] : safe;
  const option = options.find((known) => known.name === name);
  if (option !== undefined) return { question, ...option };
  throw new Problem(
    "usage",
    `"${name}" is no answer to "${id}".`,
    `The answers are: ${options.map((known) => known.name).join(", ")}.`,
  );
}

function toDecided(column: ExaminedColumn, position: number, effects: readonly Effect[]): DecidedColumn {
  const inferred = column.missingCodes.map(({ text }) => text);
  const answered = effects.flatMap(({ missing = [] }) => missing);
  return {
    name: column.name,
    position,
    type: effects.reduce((type, effect) => effect.type ?? type, column.type),
    missingCodes: [...new Set([...inferred, ...answered])],
    decimalComma: column.decimalComma === true || effects.some(({ decimalComma }) => decimalComma === true),
    dateFormat: effects.reduce<string | null>((format, effect) => effect.dateFormat ?? format, null),
  };
}
