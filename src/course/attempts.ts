import { createHash } from "node:crypto";
import { closeSync, fdatasyncSync, fstatSync, mkdirSync, openSync, readSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";

import { Problem } from "../problem.ts";
import { asEvent, type LessonEvent, logVersion, type NewEvent } from "./events.ts";
import { fileProblem } from "./file-problem.ts";
import { readLines } from "./lines.ts";

const newline = Buffer.from("\n");
const backslash = 0x5c;
const mostTries = 5;
const hint = "Put that right, then give the same command again: this time was not recorded.";

/** Where a course keeps its log: JSON lines, one an event, only ever added to. */
export function logFile(root: string): string {
  return join(root, ".groundwork", "attempts.jsonl");
}

/**
 * Adds one event to the log. Once this returns, neither a kill nor another process can take it away.
 *
 * @param options.durable wait for the disk, so that a power cut cannot take it away either
 * @throws {Problem} "locked" when the log cannot be written
 * @throws {TypeError} when the event could not be read back, such as points that are NaN
 * @example
 * appendEvent(root, { kind: "opened", at: new Date().toISOString(), lesson: "normalization" });
 */
export function appendEvent(
  root: string,
  event: NewEvent,
  options: { readonly durable?: boolean } = {},
): void {
  const line = Buffer.from(`${JSON.stringify(stamped(event))}\n`);
  const file = logFile(root);
  try {
    mkdirSync(dirname(file), { recursive: true });
    const log = openSync(file, "a+");
    try {
      appendLine(log, line, file);
      if (options.durable) fdatasyncSync(log);
    } finally {
      closeSync(log);
    }
  } catch (error) {
    throw fileProblem(error, file, "written", hint);
  }
}

function stamped(event: NewEvent): LessonEvent {
  const read = asEvent(event.kind === "attempt" ? withHash(event) : { v: logVersion, ...event });
  if (typeof read === "string")
    throw new TypeError(`appendEvent needs a whole event, got ${JSON.stringify(event)}.`);
  return read;
}

function withHash({ code, ...rest }: Extract<NewEvent, { kind: "attempt" }>): object {
  return { v: logVersion, ...rest, sha256: createHash("sha256").update(code).digest("hex"), code };
}

/**
 * Two things can cut a line off: a full disk ours, and a kill that of another process, even between our look at the
 * end of the log and our write. Either way our line is written again, on a line of its own.
 */
function appendLine(log: number, line: Buffer, file: string): void {
  const ownLine = Buffer.concat([newline, line]);
  for (let tries = 0; tries < mostTries; tries++) {
    const end = fstatSync(log).size;
    const bytes = tries === 0 && endsCleanly(log, end) ? line : ownLine;
    if (writeSync(log, bytes) === bytes.length && standsWhole(log, end, bytes, ownLine)) return;
  }
  throw new Problem("locked", `${file} does not keep what is written to it.`, hint);
}

function endsCleanly(log: number, end: number): boolean {
  return end === 0 || readAt(log, end - 1, end).equals(newline);
}

function standsWhole(log: number, from: number, bytes: Buffer, ownLine: Buffer): boolean {
  const end = fstatSync(log).size;
  if (end === from + bytes.length) return true;
  return Buffer.concat([newline, readAt(log, from, end)]).includes(ownLine);
}

function readAt(log: number, from: number, to: number): Buffer {
  const bytes = Buffer.alloc(to - from);
  return bytes.subarray(0, readSync(log, bytes, 0, bytes.length, from));
}

/** What the log holds. */
export type LogReading = {
  /** In the order in which they were written. */
  readonly events: readonly LessonEvent[];
  /** How many lines were passed over because they are cut off or otherwise no event. */
  readonly damaged: number;
  /** How many lines were passed over because a later version of Groundwork wrote them. */
  readonly newer: number;
};

/**
 * Reads the log; a log that is not there yet is empty. Lines that it cannot use are passed over and counted.
 *
 * @param options.withCode also read what was graded; progress needs only its hash, and the rest is most of the log
 * @throws {Problem} "locked" when the log cannot be read
 * @example
 * const { events } = readEvents(root);
 */
export function readEvents(root: string, options: { readonly withCode?: boolean } = {}): LogReading {
  const file = logFile(root);
  const events: LessonEvent[] = [];
  let damaged = 0;
  let newer = 0;
  try {
    for (const line of readLines(file)) {
      const event = parseLine(options.withCode ? line.toString() : headOf(line));
      if (event === "newer") newer++;
      else if (event === "damaged") damaged++;
      else events.push(event);
    }
  } catch (error) {
    throw fileProblem(error, file, "read", "Put that right, then give the same command again.");
  }
  return { events, damaged, newer };
}

function parseLine(line: string): LessonEvent | "newer" | "damaged" {
  try {
    return asEvent(JSON.parse(line));
  } catch {
    return "damaged";
  }
}

/**
 * A line without its code, which stands last. Inside a text JSON writes `\"` for a quote, so both the key and the end
 * of the text can be found without reading the code.
 */
function headOf(line: Buffer): string {
  const code = line.indexOf(',"code":"');
  return code !== -1 && isWhole(line) ? `${line.toString("utf8", 0, code)}}` : line.toString();
}

function isWhole(line: Buffer): boolean {
  const ending = line.lastIndexOf('"}');
  let before = ending - 1;
  while (line[before] === backslash) before--;
  return ending === line.length - 2 && (ending - 1 - before) % 2 === 0;
}
