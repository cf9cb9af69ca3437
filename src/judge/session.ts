import { closest, distance } from "fastest-levenshtein";

import { differenceOf, misfitOf } from "../checks/difference.ts";
import { isPlainArray, type Plain } from "../checks/plain.ts";
import { showPlain } from "../checks/show-plain.ts";
import type { AnswerProcess } from "./answer-process.ts";
import { AnswerFault } from "./fault.ts";
import {
  type Call,
  InstanceRef,
  LocalAnswer,
  type ModuleExports,
  type Outcome,
  plainOf,
} from "./local-answer.ts";
import type { Reply } from "./protocol.ts";
import { encode, Malformed } from "./wire.ts";

/** A call with what the answer and the reference made of it. */
export interface TracedCall {
  readonly call: Call;
  /** The number of the instance that the call made, or -1. */
  readonly made: number;
  readonly answer: Outcome;
  readonly reference: Outcome;
  /** Whether its input was made from the data set. */
  readonly isOnData: boolean;
  /** Counts the processes of this grading; an answer's memory ends with its process. */
  readonly life: number;
}

/** Where the session gets a living process with the answer loaded. */
export interface ProcessSource {
  current(): Promise<{ process: AnswerProcess; life: number; exports: readonly string[] }>;
}

export interface SessionOptions {
  readonly source: ProcessSource;
  loadSolution(): ModuleExports;
  readonly freeShape: ReadonlySet<string>;
  /** Milliseconds for one call. */
  readonly callMs: number;
}

/**
 * Asks an answer on behalf of the checks, holds each value against the shape of the reference's, and writes down what was
 * asked and what came, so that a failure can be shown and diagnosed.
 */
export class Session {
  readonly trace: TracedCall[] = [];
  isOnData = false;
  /** The fault after which the check that runs can't pass any more, whatever its body makes of it. */
  fatal: AnswerFault | undefined;
  callMs: number;
  private readonly options: SessionOptions;
  private readonly ids = new WeakMap<object, number>();
  private readonly slow = new Set<string>();
  private reference: LocalAnswer;
  private life = 0;

  constructor(options: SessionOptions) {
    this.options = options;
    this.callMs = options.callMs;
    this.reference = this.newReference();
  }

  readonly idOf = (value: object): number | undefined =>
    value instanceof InstanceRef ? value.id : this.ids.get(value);

  /** Arguments as a call carries them; instances go as their numbers. */
  textOf(args: readonly unknown[]): string {
    return encode(args, this);
  }

  /** Remembers that an object, a proxy for an instance, stands for that instance. */
  adopt(proxy: object, id: number): void {
    this.ids.set(proxy, id);
  }

  /**
   * Asks the answer one thing.
   *
   * @throws AnswerFault for every way in which an answer gives no usable value
   */
  async perform(call: Call): Promise<Plain> {
    try {
      return await this.ask(call);
    } catch (thrown) {
      if (thrown instanceof AnswerFault && thrown.isFatal) this.fatal ??= thrown;
      throw thrown;
    }
  }

  private async ask(call: Call): Promise<Plain> {
    const { process, life, exports } = await this.options.source.current();
    if (life !== this.life) {
      this.life = life;
      this.reference = this.newReference();
    }
    let answer: Outcome = { threw: "" };
    try {
      const reply = await process.ask(requestFor(call), this.patienceFor(call.name));
      if ("missing" in reply) throw missingFault(call.name, exports);
      const { value, argsNow } = valueIn(reply, call.name);
      answer = { value: plainOf(value), argsNow: argsNow === undefined ? undefined : plainOf(argsNow) };
    } catch (thrown) {
      const fault = asFault(thrown);
      if (fault.kind === "timeout") this.slow.add(call.name);
      if (fault.kind !== "todo" && fault.kind !== "missing") await this.write(call, answer, life);
      throw fault;
    }
    return this.usable(call, answer, await this.write(call, answer, life));
  }

  /** Writes down what came of a call, beside what the reference makes of it, which it returns. */
  private async write(call: Call, answer: Outcome, life: number): Promise<Outcome> {
    const made = "value" in answer && answer.value instanceof InstanceRef ? answer.value.id : -1;
    const reference = await this.reference.perform(call, made);
    this.trace.push({ call, made, answer, reference, isOnData: this.isOnData, life });
    return reference;
  }

  private newReference(): LocalAnswer {
    return new LocalAnswer(this.options.loadSolution());
  }

  /** A function that ran out of time once gets a quarter of it from then on: the learner waits for the verdict. */
  private patienceFor(name: string): number {
    return this.slow.has(name) ? this.callMs / 4 : this.callMs;
  }

  private usable(
    call: Call,
    answer: { value: Plain; argsNow: Plain | undefined },
    reference: Outcome,
  ): Plain {
    if (answer.argsNow !== undefined) throw changedFault(call, answer.argsNow);
    if (this.options.freeShape.has(call.name) || "threw" in reference) return answer.value;
    const misfit = misfitOf(answer.value, reference.value);
    if (!misfit) return answer.value;
    throw new AnswerFault(
      "value",
      misfitSentence(call.name, misfit.path, misfit.gave, misfit.expected, misfit.reason),
    );
  }
}

function asFault(thrown: unknown): AnswerFault {
  if (thrown instanceof Malformed) return new AnswerFault("protocol", `Its process sent ${thrown.message}.`);
  if (thrown instanceof AnswerFault) return thrown;
  throw thrown;
}

function requestFor(call: Call) {
  const { name, args } = call;
  if (call.kind === "method") return { op: call.kind, on: call.on, name, args };
  return { op: call.kind, name, args };
}

function valueIn(reply: Reply, name: string): { value: string; argsNow: string | undefined } {
  if ("value" in reply) return { value: reply.value, argsNow: reply.argsNow };
  if ("unsendable" in reply) {
    throw new AnswerFault("value", `${name} returned something that is not plain data. ${reply.unsendable}.`);
  }
  if (!("threw" in reply)) throw new Malformed("a reply to another question");
  const { threw } = reply;
  if (threw.message.startsWith("Not written yet")) throw new AnswerFault("todo", threw.message, threw);
  const what =
    threw.name === "" ? `${showThrown(threw.message)}, which is no Error` : `${threw.name}: ${threw.message}`;
  throw new AnswerFault("threw", `${name} threw ${what}`, threw);
}

function showThrown(text: string): string {
  try {
    return showPlain(plainOf(text));
  } catch {
    return "something that can't be shown";
  }
}

function missingFault(name: string, exports: readonly string[]): AnswerFault {
  const near = exports.length > 0 ? closest(name, [...exports]) : "";
  const guess =
    near !== "" && distance(near, name) <= name.length / 3 ? ` It has ${near}: is that the one?` : "";
  return new AnswerFault("missing", `exercise.ts exports no function ${name}.${guess}`);
}

function changedFault({ name, args }: Call, now: Plain): AnswerFault {
  const sent = plainOf(args);
  const difference = differenceOf(now, sent, 0);
  const [, index = "0", rest = ""] = /^\[(\d+)\](.*)$/s.exec(difference?.path ?? "") ?? [];
  const place = `argument ${Number(index) + 1}${rest === "" ? "" : `, at ${rest}`}`;
  const was = difference
    ? ` ${place}: it was ${showPlain(difference.expected)} and is now ${showPlain(difference.gave)}`
    : "";
  return new AnswerFault(
    "changed",
    `${name} changed what it was given.${was}. Whoever called it still needs those values: work on a copy.`,
  );
}

function misfitSentence(name: string, path: string, gave: Plain, expected: Plain, reason: string): string {
  const place = path === "" ? "" : ` at ${path.replace(/^\./, "")}`;
  if (reason === "missing") return `${name} returned a value without ${path.replace(/^\./, "")}.`;
  if (reason === "length" && isPlainArray(gave) && isPlainArray(expected)) {
    return `${name} returned ${gave.length} entries${place}, where ${expected.length} belong.`;
  }
  return `${name} returned ${showPlain(gave)}${place}, where ${kindOf(expected)} belongs.`;
}

function kindOf(expected: Plain): string {
  if (expected === null) return "null";
  if (isPlainArray(expected)) return `an array of ${expected.length}`;
  if (typeof expected === "number") return Number.isFinite(expected) ? "a number" : String(expected);
  return typeof expected === "object"
    ? `an object with ${Object.keys(expected).join(", ")}`
    : `a ${typeof expected}`;
}
