import type { ChildProcess } from "node:child_process";
import type { Duplex } from "node:stream";

import { AnswerFault, type FaultKind } from "./fault.ts";
import { watchMemory } from "./memory-watch.ts";
import { FrameReader, frame, type Reply, type Request } from "./protocol.ts";
import { killGroup } from "./spawn-host.mjs";

/** Bytes, milliseconds and characters that one answer's process may use. */
export interface Limits {
  /** For loading the module, packages included. */
  readonly loadMs: number;
  /** For one call. */
  readonly callMs: number;
  /** Resident size; V8's own heap is capped lower. */
  readonly residentBytes: number;
  /** Of what it prints; more is taken for printing without end. */
  readonly printedBytes: number;
}

export const usualLimits: Limits = {
  // danfojs takes a second where nothing else runs, and many times that where much does.
  loadMs: 15_000,
  callMs: 2_000,
  residentBytes: 640 * 1024 * 1024,
  printedBytes: 1024 * 1024,
};

/** A request without its number. */
export type RequestBody = Request extends infer Each
  ? Each extends Request
    ? Omit<Each, "id">
    : never
  : never;

interface Waiting {
  readonly id: number;
  readonly undone: string;
  readonly milliseconds: number;
  resolve(reply: Reply): void;
  reject(fault: AnswerFault): void;
  hasPromise: boolean;
}

/** One answer's process: does one thing after another, is watched, and killed with all it started when it breaks a limit. */
export class AnswerProcess {
  private readonly child: ChildProcess;
  private readonly channel: Duplex;
  readonly limits: Limits;
  private readonly reader = new FrameReader();
  private readonly printedPieces: Buffer[] = [];
  private printedLength = 0;
  private errorText = "";
  /** What was asked and has no reply yet; the first is being done. */
  private readonly line: Waiting[] = [];
  private timer: NodeJS.Timeout | undefined;
  private unwatch: (() => void) | undefined;
  private nextId = 1;
  private death: AnswerFault | undefined;
  /** Whether it ended while nobody waited for a reply: whoever asks next hears why. */
  diedUnheard = false;

  constructor(child: ChildProcess, limits: Limits) {
    this.child = child;
    this.limits = limits;
    this.channel = child.stdio[3] as Duplex;
    this.channel.on("data", (piece: Buffer) => this.receive(piece));
    this.channel.on("error", () => undefined);
    child.stdout?.on("data", (piece: Buffer) => this.collect(piece));
    child.stderr?.on("data", (piece: Buffer) => this.collect(piece, true));
    child.on("error", (error) => this.stop("ended", `Its process could not be started: ${error.message}`));
    child.on("exit", (code, signal) => this.onExit(code, signal));
  }

  get isAlive(): boolean {
    return this.death === undefined;
  }

  /** What the answer printed so far, at most its first 64 KiB. */
  get printed(): { text: string; isCut: boolean } {
    const [text = ""] = Buffer.concat(this.printedPieces).toString("utf8").split(lastWordsOfV8);
    return { text, isCut: this.printedLength > keptPrint };
  }

  /**
   * Asks one thing and waits for the reply. Much may be asked before the first reply comes; the time of each begins when
   * its turn does.
   *
   * @param undone what is to be said when it never finishes: "mean had not come back"
   * @throws AnswerFault when the process ends, breaks a limit, or sends what is no reply
   */
  ask(undone: string, body: RequestBody, milliseconds: number): Promise<Reply> {
    if (this.death) {
      this.diedUnheard = false;
      return Promise.reject(this.death);
    }
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.line.push({ id, undone, milliseconds, resolve, reject, hasPromise: false });
      if (this.line.length === 1) this.startTurn();
      this.send(frame(JSON.stringify({ id, ...body })));
    });
  }

  /** What is asked in one go is written in one go: each write wakes the other process. */
  private send(bytes: Buffer): void {
    if (this.channel.writableCorked === 0) {
      this.channel.cork();
      process.nextTick(() => this.channel.uncork());
    }
    this.channel.write(bytes);
  }

  private startTurn(): void {
    clearTimeout(this.timer);
    const [head] = this.line;
    if (head) {
      this.timer = setTimeout(() => this.onTimeout(head), head.milliseconds);
      this.unwatch ??= watchMemory(this.child.pid, this.limits.residentBytes, () => this.onTooLarge());
    } else {
      this.unwatch?.();
      this.unwatch = undefined;
    }
  }

  /** Ends the process. What it printed before its last reply has been written by then, and is read in one turn. */
  async end(): Promise<void> {
    await new Promise(setImmediate);
    killGroup(this.child);
  }

  /** Kills the process at once. */
  kill(): void {
    this.stop("ended", "The grading was cancelled.");
  }

  private receive(piece: Buffer): void {
    try {
      for (const text of this.reader.push(piece)) this.take(JSON.parse(text));
    } catch {
      this.stop("protocol", forged);
    }
  }

  private take(message: unknown): void {
    const [head] = this.line;
    if (!isReply(message)) this.stop("protocol", forged);
    else if (message.id === 0 && "threw" in message) this.stopWith(uncaught(message.threw));
    else if (!head || message.id !== head.id) this.stop("protocol", forged);
    else if ("pending" in message) head.hasPromise = true;
    else {
      this.line.shift();
      this.startTurn();
      head.resolve(message);
    }
  }

  private collect(piece: Buffer, isError = false): void {
    if (isError) this.errorText = (this.errorText + piece.toString("latin1")).slice(-4_000);
    const room = keptPrint - this.printedLength;
    if (room > 0) this.printedPieces.push(piece.subarray(0, room));
    this.printedLength += piece.length;
    if (this.printedLength > this.limits.printedBytes) {
      this.stop(
        "output",
        `Your code printed more than ${this.limits.printedBytes / 1024 / 1024} MB, and was stopped.`,
      );
    }
  }

  private onTimeout({ undone, milliseconds, hasPromise }: Waiting): void {
    const promise = hasPromise ? " (it returned a promise that nothing settles)" : "";
    this.stop("timeout", `${undone} after ${milliseconds / 1000} s, and was stopped${promise}.`);
  }

  private onTooLarge(): void {
    this.stop(
      "memory",
      `Your code took more than ${this.limits.residentBytes / 1024 / 1024} MB of memory, and was stopped.`,
    );
  }

  private onExit(code: number | null, signal: NodeJS.Signals | null): void {
    const isFull = code !== 0 && /heap out of memory|Allocation failed/.test(this.errorText);
    if (isFull)
      this.stop("memory", "Your code filled the memory that a program may have here, and was stopped.");
    const how = signal ? `was ended by ${signal}` : `ended itself with exit code ${code ?? "unknown"}`;
    this.stop("ended", `${this.undone} when its process ${how}.`);
  }

  private get undone(): string {
    return this.line[0]?.undone ?? "Nothing was asked";
  }

  private stop(kind: FaultKind, message: string): void {
    this.stopWith(new AnswerFault(kind, message));
  }

  private stopWith(fault: AnswerFault): void {
    if (this.death) return;
    this.death = fault;
    killGroup(this.child);
    const [head, ...others] = this.line.splice(0);
    this.startTurn();
    this.diedUnheard = head === undefined;
    head?.reject(fault);
    const { kind, message, thrown } = fault;
    for (const other of others) other.reject(new AnswerFault(kind, message, thrown, true));
  }
}

/** Bytes of print that are kept to be shown. */
const keptPrint = 64 * 1024;
/** How V8's report of a full heap begins: nothing that the learner printed. */
const lastWordsOfV8 = "\n<--- Last few GCs --->";
const forged =
  "Its process sent the judge a message that is no reply. Nothing it sends but a returned value counts.";

function uncaught(thrown: { name: string; message: string; stack: string }): AnswerFault {
  return new AnswerFault(
    "ended",
    "Your code threw outside any call: in a timer, or in a promise that nobody awaited.",
    thrown,
  );
}

function isReply(message: unknown): message is Reply {
  if (typeof message !== "object" || message === null || Array.isArray(message)) return false;
  const { id, exports, value, argsNow, threw, missing, unsendable, pending } = message as Record<
    string,
    unknown
  >;
  if (typeof id !== "number") return false;
  if (Array.isArray(exports)) return exports.length <= 1_000 && exports.every(isShort);
  if (typeof threw === "object" && threw !== null) {
    const { name, message: text, stack } = threw as Record<string, unknown>;
    return [name, text, stack].every((part) => typeof part === "string" && part.length <= 20_000);
  }
  if (typeof value === "string") return argsNow === undefined || typeof argsNow === "string";
  return isShort(missing) || isShort(unsendable) || pending === true;
}

function isShort(text: unknown): text is string {
  return typeof text === "string" && text.length <= 1_000;
}
