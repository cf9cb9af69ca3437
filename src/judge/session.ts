import { misfitOf } from "../checks/difference.ts";
import type { ChecksOptions, Purpose } from "../checks/lesson-checks.ts";
import type { Plain } from "../checks/plain.ts";
import type { AnswerProcess } from "./answer-process.ts";
import { AnswerFault } from "./fault.ts";
import { changedFault, misfitFault, missingFault, thrownFault, unsendableFault } from "./fault-sentences.ts";
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
  /** What its input was asked for. */
  readonly purpose: Purpose;
  /** Whether the reference's value is one of many right ones, as a random draw is: the two are no use side by side. */
  readonly isFree: boolean;
  /** Counts the processes of this grading; an answer's memory ends with its process. */
  readonly life: number;
}

/** Where the session gets a living process with the answer loaded. */
export interface ProcessSource {
  current(): Promise<{ process: Pick<AnswerProcess, "ask">; life: number; exports: readonly string[] }>;
}

export interface SessionOptions {
  readonly source: ProcessSource;
  /** The lesson's solution, for the names of its functions' parameters. */
  readonly reference: ModuleExports;
  loadSolution(): ModuleExports;
  readonly shapes: ChecksOptions;
  /** Milliseconds for one call. */
  readonly callMs: number;
}

/**
 * Asks an answer on behalf of the checks, holds each value against the shape of the reference's, and writes down what was
 * asked and what came, so that a failure can be shown and diagnosed.
 */
export class Session {
  readonly trace: TracedCall[] = [];
  purpose: Purpose = "input";
  /** The fault after which the check that runs can't pass any more, whatever its body makes of it, and the call that led to it. */
  fatal: AnswerFault | undefined;
  fatalCall: TracedCall | undefined;
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
      if (this.fatal) throw this.fatal;
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
      const reply = await process.ask(
        `${call.name} had not come back`,
        requestFor(call),
        this.patienceFor(call.name),
      );
      if ("missing" in reply) throw missingFault(call.name, exports);
      const { value, argsNow } = valueIn(reply, call.name);
      answer = { value: plainOf(value), argsNow: argsNow === undefined ? undefined : plainOf(argsNow) };
    } catch (thrown) {
      const fault = asFault(thrown);
      if (fault.kind === "timeout") this.slow.add(call.name);
      const wasRun = !fault.isBystander && fault.kind !== "todo" && fault.kind !== "missing";
      if (wasRun) await this.write(call, answer, life);
      if (wasRun && fault.isFatal) this.fatalCall = this.trace.at(-1);
      throw fault;
    }
    return this.usable(call, answer, await this.write(call, answer, life));
  }

  /** Writes down what came of a call, beside what the reference makes of it, which it returns. */
  private async write(call: Call, answer: Outcome, life: number): Promise<Outcome> {
    const made = "value" in answer && answer.value instanceof InstanceRef ? answer.value.id : -1;
    const reference = await this.reference.perform(call, made);
    const isFree = this.isFree(call);
    this.trace.push({ call, made, answer, reference, purpose: this.purpose, isFree, life });
    return reference;
  }

  private newReference(): LocalAnswer {
    return new LocalAnswer(this.options.loadSolution(), { mayChangeArguments: false });
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
    if (answer.argsNow !== undefined) throw changedFault(call, answer.argsNow, this.options.reference);
    const { freeNumbers = [] } = this.options.shapes;
    if (this.isFree(call) || "threw" in reference) return answer.value;
    const misfit = misfitOf(answer.value, reference.value, { anyNumber: freeNumbers.includes(call.name) });
    if (misfit) throw misfitFault(call.name, misfit);
    return answer.value;
  }

  private isFree({ name }: Call): boolean {
    return this.options.shapes.freeShape?.includes(name) ?? false;
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
  if ("unsendable" in reply) throw unsendableFault(name, reply.unsendable);
  if ("threw" in reply) throw thrownFault(name, reply.threw);
  throw new Malformed("a reply to another question");
}
