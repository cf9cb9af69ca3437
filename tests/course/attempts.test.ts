import { spawn } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { appendEvent, logFile, readEvents } from "../../src/course/attempts.ts";
import type { LessonEvent, NewEvent } from "../../src/course/events.ts";
import { anAttempt } from "./an-attempt.ts";
import { buildChild } from "./build-child.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "groundwork-attempts-"));
});
afterEach(() => rmSync(root, { recursive: true }));

const at = "2026-11-20T13:38:49.123Z";
/** From FIPS 180: the hash of "abc". */
const sha256OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

function writeLog(content: string | Uint8Array): void {
  mkdirSync(dirname(logFile(root)), { recursive: true });
  writeFileSync(logFile(root), content);
}

describe("the log", () => {
  it("is empty before anything was written", () => {
    expect(readEvents(root)).toEqual({ events: [], damaged: 0, newer: 0 });
  });

  it("gives back every kind of event as it was written, in order", () => {
    const events: NewEvent[] = [
      { kind: "opened", at, lesson: "mean" },
      { kind: "prediction", at, lesson: "mean", predict: "who-decides", chosen: "proline", right: true },
      { kind: "hint", at, lesson: "mean", index: 0 },
      { kind: "hint", at, lesson: "mean", check: "of one number", index: 1 },
      anAttempt({ code: "abc" }),
      { kind: "reset", at, lesson: "mean" },
      { kind: "undo", at, lesson: "mean" },
      { kind: "solution-shown", at, lesson: "mean" },
    ];
    for (const event of events)
      appendEvent(root, Object.freeze(event), { durable: event.kind === "attempt" });
    const written = events.map((event) => ({
      v: 1,
      ...event,
      ...("code" in event && { sha256: sha256OfAbc }),
    }));
    expect(readEvents(root, { withCode: true })).toEqual({ events: written, damaged: 0, newer: 0 });
    const withoutCode = written.map((event) => ({ ...event, code: undefined }));
    expect(readEvents(root)).toEqual({ events: withoutCode, damaged: 0, newer: 0 });
  });

  it("is one line of JSON for each event", () => {
    appendEvent(root, anAttempt({ code: "a\nb\r\n\u2028" }));
    appendEvent(root, { kind: "opened", at, lesson: "mean" });
    const lines = readFileSync(logFile(root), "utf8").split("\n");
    expect(lines.map((line) => line && JSON.parse(line).kind)).toEqual(["attempt", "opened", ""]);
  });

  it("keeps any code, and reads all else the same without it", () => {
    const tricky = fc.constantFrom(
      ',"code":"',
      '"}',
      '\\"}',
      "\\",
      "\n",
      '"',
      "}",
      "\ud800",
      "\0",
      "é",
      "😀",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(tricky, fc.string({ unit: "binary" }))), (parts) => {
        writeLog("");
        const code = parts.join("");
        appendEvent(root, anAttempt({ code, dataset: code }));
        const [whole] = readEvents(root, { withCode: true }).events;
        const [head] = readEvents(root).events;
        expect(whole).toMatchObject({ code, dataset: code });
        expect({ ...head, code }).toEqual(whole);
        expect(head).not.toHaveProperty("code");
      }),
    );
  });

  it("loses nothing but the last line when that was cut off, wherever it was", () => {
    const events = ["one", 'two "} \\" é \\'].map((code) => anAttempt({ dataset: code, code }));
    for (const event of events) appendEvent(root, event);
    const whole = readFileSync(logFile(root));
    const firstEnd = whole.indexOf("\n");
    for (let cut = firstEnd + 1; cut < whole.length; cut++) {
      writeLog(whole.subarray(0, cut));
      appendEvent(root, anAttempt({ dataset: "three" }));
      const isWhole = cut === whole.length - 1;
      for (const withCode of [true, false]) {
        const { events, damaged } = readEvents(root, { withCode });
        const names = events.map((event) => event.kind === "attempt" && event.dataset);
        expect(names).toEqual(["one", ...(isWhole ? ['two "} \\" é \\'] : []), "three"]);
        expect(damaged).toBe(cut === firstEnd + 1 || isWhole ? 0 : 1);
      }
    }
  });

  it("passes over what is no event, counts it, and is not harmed by it", () => {
    const good = JSON.stringify({ v: 1, kind: "opened", at, lesson: "mean" });
    const attempt = (changes: object) => {
      const { code, ...head } = anAttempt();
      return JSON.stringify({ v: 1, ...head, sha256: sha256OfAbc, ...changes, code });
    };
    const damaged = [
      "nonsense",
      "null",
      "[]",
      "7",
      '"text"',
      "{}",
      "\0".repeat(4096),
      "[".repeat(100_000),
      '{"v":1,"kind":"opened","at":"yesterday","lesson":"mean"}',
      '{"v":1,"kind":"opened","at":"2026-11-20T13:38:49.123Z","lesson":{"toString":"mean"}}',
      '{"v":0,"kind":"opened","at":"2026-11-20T13:38:49.123Z","lesson":"mean"}',
      '{"v":"1","kind":"opened","at":"2026-11-20T13:38:49.123Z","lesson":"mean"}',
      '{"v":1,"kind":{"a":1},"at":"2026-11-20T13:38:49.123Z","lesson":"mean"}',
      attempt({ points: -1 }),
      attempt({ points: 1e300 }),
      attempt({ points: "10" }),
      attempt({ points: null }),
      attempt({ checks: { length: 1 } }),
      attempt({ checks: [{ id: "a", status: "passed ", points: 1 }] }),
      attempt({ hintsUsed: 1.5 }),
      attempt({ sha256: "abc" }),
      attempt({ seed: 1 }).replace('"seed":1', '"seed":1e999'),
    ];
    writeLog(["", good, ...damaged, "", good, ""].join("\n"));
    expect(readEvents(root)).toMatchObject({
      events: [{ lesson: "mean" }, {}],
      damaged: damaged.length,
      newer: 0,
    });
  });

  it("takes no part in a `__proto__` that a line brings", () => {
    writeLog(
      `{"v":1,"kind":"opened","at":"${at}","lesson":"__proto__","__proto__":{"polluted":1},"constructor":{"prototype":1}}\n`,
    );
    const [event] = readEvents(root).events;
    expect(event).toStrictEqual({ v: 1, kind: "opened", at, lesson: "__proto__" });
    expect(Object.getPrototypeOf(event)).toBe(Object.prototype);
    expect(Object.prototype).not.toHaveProperty("polluted");
  });

  it("passes over what a later version wrote, and does not call it damaged", () => {
    const later = [
      { v: 2, kind: "attempt", grade: "A" },
      { v: 2, kind: "opened", at, lesson: "mean" },
      { v: 1, kind: "applause", at, lesson: "mean" },
    ];
    writeLog(later.map((event) => `${JSON.stringify(event)}\n`).join(""));
    expect(readEvents(root)).toEqual({ events: [], damaged: 0, newer: 3 });
  });

  it("refuses an event that could not be read back, and writes nothing", () => {
    expect(() => appendEvent(root, anAttempt({ points: Number.NaN }))).toThrow(TypeError);
    expect(() => appendEvent(root, { kind: "opened", at: "today", lesson: "mean" })).toThrow(TypeError);
    expect(readEvents(root)).toEqual({ events: [], damaged: 0, newer: 0 });
  });

  it("says what is wrong when a folder stands in its place", () => {
    mkdirSync(logFile(root), { recursive: true });
    const problem = expect.objectContaining({ name: "Problem", code: "locked" });
    expect(() => appendEvent(root, { kind: "opened", at, lesson: "mean" })).toThrow(problem);
    expect(() => readEvents(root)).toThrow(problem);
  });

  it("loses nothing when four processes write at once, and starts after a line that was cut off", async () => {
    appendEvent(root, anAttempt());
    appendFileSync(logFile(root), '{"v":1,"kind":"atte');
    const names = ["one", "two", "three", "four"];
    await appendInProcesses(names, 250);

    const { events, damaged, newer } = readEvents(root, { withCode: true });
    expect({ count: events.length, damaged, newer }).toEqual({ count: 1001, damaged: 1, newer: 0 });
    expectAll(names, 250, events.slice(1));
  });

  it("loses nothing and writes nothing twice while another process leaves lines cut off all the time", async () => {
    // With pauses of 0.1 ms, so that the log mostly ends cleanly when the others look, and not when they write.
    const dying = `const { appendFileSync } = require("node:fs");
      for (;;) {
        appendFileSync(${JSON.stringify(logFile(root))}, '{"v":1,"kind":"attempt","lesson":"me');
        for (const end = performance.now() + 0.1; performance.now() < end; );
      }`;
    appendEvent(root, { kind: "opened", at, lesson: "mean" });
    const cutter = spawn(process.execPath, ["-e", dying], { stdio: "inherit" });
    try {
      await appendInProcesses(["one", "two"], 250);
    } finally {
      cutter.kill("SIGKILL");
    }
    expectAll(["one", "two"], 250, readEvents(root, { withCode: true }).events.slice(1));
  });
});

/** Has each of several processes append its attempts, all at the same time. */
async function appendInProcesses(names: readonly string[], turns: number): Promise<void> {
  const child = await buildChild("append-child.ts", root);
  const exits = names.map((name) => {
    const running = spawn(process.execPath, [child, root, name, String(turns)], { stdio: "inherit" });
    return new Promise((resolve) => running.once("exit", resolve));
  });
  expect(await Promise.all(exits)).toEqual(names.map(() => 0));
}

/** The events are the attempts of these processes, each once, whole, and in the order of its process. */
function expectAll(names: readonly string[], turns: number, events: readonly LessonEvent[]): void {
  const attempts = events.flatMap((event) => (event.kind === "attempt" ? [event] : []));
  expect(attempts.every(({ code, dataset }) => code?.startsWith(`${dataset} `))).toBe(true);
  expect(attempts).toHaveLength(names.length * turns);
  for (const name of names) {
    const own = attempts.filter(({ dataset }) => dataset.startsWith(`${name}-`));
    expect(own.map(({ dataset }) => dataset)).toEqual(
      Array.from({ length: turns }, (_, i) => `${name}-${i}`),
    );
    expect(own.filter(({ code }) => code?.length === 100_000)).toHaveLength(turns / 5);
  }
}
