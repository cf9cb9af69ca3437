import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { afterAll, expect, it } from "vitest";

import { readEvents } from "../../src/course/attempts.ts";
import { exerciseFile, resetExercise } from "../../src/course/exercise-file.ts";
import { listKept } from "../../src/course/kept-texts.ts";
import { writeWhole } from "../../src/course/write-whole.ts";
import { buildChild } from "./build-child.ts";
import { isWholeText, textOf } from "./kill-text.ts";

const rounds = 60;
const root = mkdtempSync(join(tmpdir(), "groundwork-kill-"));
cpSync(resolve(import.meta.dirname, "../fixtures/course"), root, { recursive: true });
afterAll(() => rmSync(root, { recursive: true }));

// Two learners at once: they share the log, and each has an exercise.
const lessons = [
  { id: "mean", folder: join(root, "lessons", "01-mean") },
  { id: "spread", folder: join(root, "lessons", "02-spread") },
] as const;
const starters = lessons.map((lesson) => readFileSync(exerciseFile(lesson), "utf8"));
const seed = Number(process.env.GROUNDWORK_SEED ?? Date.now() % 2 ** 32);
const random = generator(seed);

it(`nothing is lost or left half written by ${2 * rounds} kills`, async () => {
  console.log(`The kills come at the moments of GROUNDWORK_SEED=${seed}.`);
  const child = await buildChild("kill-child.ts", root);
  const graded: string[] = [];
  const edited: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const deaths = lessons.map(async ({ id, folder }) => {
      const run = `${id}-${round}`;
      const done = await runAndKill([child, root, id, folder, run], 60 * random());
      graded.push(...turnsOf("graded", done).map((turn) => textOf(run, turn)));
      // What still stands in the exercise is safe, and the next round will write over it as an editor does.
      const present = readFileSync(join(folder, "exercise.ts"), "utf8");
      expect(isWhole(present), present.slice(0, 40)).toBe(true);
      edited.push(
        ...turnsOf("edited", done)
          .map((turn) => textOf(run, turn))
          .filter((text) => text !== present),
      );
    });
    await Promise.all(deaths);
  }
  expectLogged(graded);
  expectKept(edited);
  expectNoLeftovers();
});

/** Starts a process, kills it some time after its first word, and returns all that it said it had done. */
async function runAndKill(args: readonly string[], milliseconds: number): Promise<string[]> {
  const running = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const closed = new Promise<NodeJS.Signals | null>((resolve) =>
    running.once("close", (_, signal) => resolve(signal)),
  );
  let said = "";
  running.stdout.setEncoding("utf8").on("data", (words) => {
    said += words;
  });
  await new Promise((resolve) => running.stdout.once("data", resolve));
  await sleep(milliseconds);
  running.kill("SIGKILL");
  expect(await closed).toBe("SIGKILL");
  return said.split("\n").slice(0, -1);
}

function turnsOf(what: string, done: readonly string[]): number[] {
  return done.filter((line) => line.startsWith(`${what} `)).map((line) => Number(line.split(" ")[1]));
}

function isWhole(text: string): boolean {
  return starters.includes(text) || isWholeText(text);
}

function expectLogged(graded: readonly string[]): void {
  const { events, damaged, newer } = readEvents(root, { withCode: true });
  const codes = new Set(events.map((event) => (event.kind === "attempt" ? event.code : undefined)));
  console.log(
    `${graded.length} attempts were acknowledged; ${damaged} lines of the log were cut off by a kill.`,
  );
  expect(graded.filter((code) => !codes.has(code))).toEqual([]);
  expect(codes.size).toBe(events.length);
  expect(newer).toBe(0);
}

function expectKept(edited: readonly string[]): void {
  const kept = lessons.flatMap(({ id }) => listKept(root, id)).map(({ file }) => readFileSync(file, "utf8"));
  expect(kept.filter((text) => !isWhole(text))).toEqual([]);
  const safe = new Set(kept);
  expect(edited.filter((text) => !safe.has(text))).toEqual([]);
}

function expectNoLeftovers(): void {
  for (const lesson of lessons) {
    writeWhole(exerciseFile(lesson), "the last text");
    resetExercise(root, lesson, new Date());
    const folders = [lesson.folder, join(root, ".groundwork", "kept", lesson.id)];
    expect(folders.flatMap((folder) => readdirSync(folder)).filter((name) => name.endsWith(".tmp"))).toEqual(
      [],
    );
  }
}

/** Numbers in [0, 1) by the method called mulberry32, so that a seed says at which moments the kills come. */
function generator(state: number): () => number {
  let a = state;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let mixed = Math.imul(a ^ (a >>> 15), 1 | a);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
