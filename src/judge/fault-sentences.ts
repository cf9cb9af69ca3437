import { closest, distance } from "fastest-levenshtein";

import { type Difference, differenceOf } from "../checks/difference.ts";
import { isPlainArray, type Plain } from "../checks/plain.ts";
import { showPlain } from "../checks/show-plain.ts";
import { AnswerFault } from "./fault.ts";
import { argumentsOf, type Call, type ModuleExports, plainOf } from "./local-answer.ts";
import type { Thrown } from "./protocol.ts";

/** The answer threw; or it threw the starter's own "Not written yet". */
export function thrownFault(name: string, thrown: Thrown): AnswerFault {
  const { message } = thrown;
  if (message.startsWith("Not written yet")) return new AnswerFault("todo", message, thrown);
  const what =
    thrown.name === "" ? `${showThrown(message)}, which is no Error` : `${thrown.name}: ${message}`;
  return new AnswerFault("threw", `${name} threw ${what}`, thrown);
}

/** What was thrown is no Error, and arrives as a text of wire.ts. */
function showThrown(text: string): string {
  try {
    return showPlain(plainOf(text));
  } catch {
    return "something that can't be shown";
  }
}

/** The answer has no such function. */
export function missingFault(name: string, exports: readonly string[]): AnswerFault {
  const near = exports.length > 0 ? closest(name, [...exports]) : "";
  const isNear = near !== "" && distance(near, name) <= name.length / 3;
  const guess = isNear ? ` It has ${near}: is that the one?` : "";
  return new AnswerFault("missing", `exercise.ts exports no function ${name}.${guess}`);
}

/** The answer returned something that can't cross. */
export function unsendableFault(name: string, why: string): AnswerFault {
  return new AnswerFault("value", `${name} returned something that is not plain data. ${why}.`);
}

/**
 * The answer wrote into its arguments; the sentence names the first place.
 *
 * @param reference whose functions' parameters name the arguments
 */
export function changedFault(call: Call, now: Plain, reference: ModuleExports): AnswerFault {
  const { name } = call;
  const difference = differenceOf(now, argumentsOf(call), 0, { evenNaN: true });
  const [, index = "0", rest = ""] = /^\[(\d+)\](.*)$/s.exec(difference?.path ?? "") ?? [];
  const argument = parametersOf(reference[name])[Number(index)] ?? `argument ${Number(index) + 1}`;
  const was = difference
    ? `: ${argument}${rest} was ${showPlain(difference.expected)} and is now ${showPlain(difference.gave)}`
    : "";
  const advice = "Whoever called it still needs what was there: work on a copy.";
  return new AnswerFault("changed", `${name} changed ${argument}, which it was given${was}. ${advice}`);
}

/** The names of a function's parameters, as far as they are plain names. */
function parametersOf(member: unknown): string[] {
  if (typeof member !== "function") return [];
  const list = /^[^(]*\(([^)]*)\)/.exec(Function.prototype.toString.call(member))?.[1] ?? "";
  return list.split(",").map((parameter) => /^[\s]*([A-Za-z_$][\w$]*)/.exec(parameter)?.[1] ?? "");
}

/** The answer returned a value of another shape than the reference's. */
export function misfitFault(name: string, { path, gave, expected, reason }: Difference): AnswerFault {
  const where = path.replace(/^\./, "");
  const place = where === "" ? "" : ` at ${where}`;
  if (reason === "missing") return new AnswerFault("value", `${name} returned a value without ${where}.`);
  if (reason === "length" && isPlainArray(gave) && isPlainArray(expected)) {
    const message = `${name} returned ${gave.length} entries${place}, where ${expected.length} belong.`;
    return new AnswerFault("value", message);
  }
  return new AnswerFault(
    "value",
    `${name} returned ${showPlain(gave)}${place}, where ${kindOf(expected)} belongs.`,
  );
}

function kindOf(expected: Plain): string {
  if (expected === null) return "null";
  if (isPlainArray(expected)) return `an array of ${expected.length}`;
  if (typeof expected === "number") return Number.isFinite(expected) ? "a number" : String(expected);
  return typeof expected === "object"
    ? `an object with ${Object.keys(expected).join(", ")}`
    : `a ${typeof expected}`;
}
