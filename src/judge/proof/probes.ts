import type { ModuleExports } from "../local-answer.ts";
import type { OwnProgram } from "./prove-answers.ts";

type Call = (...args: unknown[]) => unknown;

/** An answer that knows nothing of the lesson, made of the solution's own names. */
export interface Probe extends OwnProgram {
  readonly name: string;
}

/** What a function gives that does not think: the same for everything, or something made of its input or of another's answer. */
const careless: Readonly<Record<string, (right: Call) => Call>> = {
  "always 0": () => () => 0,
  "always 1": () => () => 1,
  "always true": () => () => true,
  "always an empty text": () => () => "",
  "always an empty list": () => () => [],
  "always an empty row": () => () => [[]],
  "always an empty object": () => () => ({}),
  "always null": () => () => null,
  "always NaN": () => () => Number.NaN,
  "always undefined": () => () => undefined,
  "its first input given back": () => (first) => first,
  "its last input given back": () => lastOf,
  "NaN for every number": onRight((value) => withNumbers(value, Number.NaN)),
  "0 for every number": onRight((value) => withNumbers(value, 0)),
  "what is right, transposed": onRight(transposed),
  "an empty one of what is right": onRight(emptied),
  "what was right the first time": firstAgain,
};

/** Every way of being careless, in all functions at once. */
export function probesOf(loadSolution: () => ModuleExports): Probe[] {
  return Object.entries(careless).map(([name, make]) => ({
    name,
    file: `a probe (${name})`,
    load: () => {
      const entries = Object.entries(loadSolution()).filter(([, member]) => typeof member === "function");
      return Object.fromEntries(
        entries.map(([each, member]) => [each, isClass(member) ? member : make(member as Call)]),
      );
    },
  }));
}

/** A class stays as it is: its instances would have to be careless. */
function isClass(member: unknown): boolean {
  return /^class\b/.test(Function.prototype.toString.call(member));
}

function lastOf(...args: unknown[]): unknown {
  return args.at(-1);
}

/** Another's answer, spoiled. */
function onRight(spoil: (value: unknown) => unknown): (right: Call) => Call {
  return (right) =>
    (...args: unknown[]) => {
      const value = right(...args);
      return value instanceof Promise ? value.then(spoil) : spoil(value);
    };
}

function firstAgain(right: Call): Call {
  let first: { readonly value: unknown } | undefined;
  return (...args) => {
    first ??= { value: right(...args) };
    return first.value;
  };
}

/** The shape of a value with one number in all places; just that number where there is no place for it. */
function withNumbers(value: unknown, number: number): unknown {
  let places = 0;
  const changed = (each: unknown): unknown => {
    if (typeof each === "number") {
      places += 1;
      return number;
    }
    if (Array.isArray(each)) return each.map(changed);
    if (!isRecord(each)) return each;
    return Object.fromEntries(Object.entries(each).map(([key, entry]) => [key, changed(entry)]));
  };
  const result = changed(value);
  return places === 0 ? number : result;
}

function transposed(value: unknown): unknown {
  const rows = Array.isArray(value) ? value : [];
  const [first] = rows;
  if (!Array.isArray(first) || rows.length < 2) return Number.NaN;
  return first.map((_, j) => rows.map((row) => (Array.isArray(row) ? row[j] : undefined)));
}

function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (typeof value === "string") return "";
  if (typeof value === "number") return Number.NaN;
  if (!isRecord(value)) return undefined;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, emptied(entry)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
