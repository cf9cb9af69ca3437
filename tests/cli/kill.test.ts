import { readdirSync, renameSync, rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import { expect, it, vi } from "vitest";

import { Random } from "../../src/ml/random.ts";
import { answers, exercise } from "./support/answers.ts";
import { processesWith } from "./support/processes.ts";
import { start } from "./support/run.ts";
import { type TemporaryCourse, temporaryCourse } from "./support/temporary-course.ts";

const learners = 2;
const kills = 100;
const commands = [
  ["grade", "90", "--json"],
  ["watch", "90", "--json"],
  ["reset", "90"],
  ["undo", "90"],
  ["hint", "90"],
  ["solution", "90", "anyway"],
] as const;

const seed = Number(process.env.GROUNDWORK_SEED ?? Date.now() % 2 ** 32);

it(`loses nothing and leaves nothing half done at ${learners * kills} kills`, {
  timeout: 240_000,
}, async () => {
  console.log(`The kills come at the moments of GROUNDWORK_SEED=${seed}.`);
  await Promise.all(Array.from({ length: learners }, (_, i) => learner(seed + i)));
});

/** A learner whose machine is not what it should be. */
async function learner(ownSeed: number): Promise<void> {
  const random = new Random(ownSeed);
  const course = await temporaryCourse();
  const [toAnswer, toGrade] = [await timeOf(course, "hint", "90"), await timeOf(course, "grade", "90")];
  const texts = new Set([course.read(exercise)]);
  const seen: number[] = [];
  const save = () => {
    const text = `// ${texts.size}\n${answers.wrongRange}`;
    texts.add(text);
    course.write(`${exercise}.new`, text);
    renameSync(course.path(`${exercise}.new`), course.path(exercise));
  };
  for (let round = 0; round < kills; round++) {
    const command = commands[random.integer(0, commands.length)] ?? commands[0];
    if (random.uniform() < 0.5) save();
    if (random.uniform() < 0.1) rmSync(course.path(".groundwork/cache"), { recursive: true, force: true });
    const before = course.read(exercise);
    const isWatched = command[0] === "watch";
    // Up to nearly twice what it needs here, so that about half of all commands come to their end.
    const moment = 1.8 * (isWatched || command[0] === "grade" ? toGrade : toAnswer) * random.uniform();
    const printed = await runAndKill(course, command, moment, isWatched ? save : undefined);
    seen.push(...seedsIn(printed));
    const now = course.read(exercise);
    const kept = keptTexts(course);
    expect(texts, `round ${round}, ${command.join(" ")}`).toContain(now);
    expect(kept.filter((text) => !texts.has(text))).toEqual([]);
    if (!isWatched && before !== now && before !== [...texts][0]) expect(kept).toContain(before);
    await expectNoProcesses(course);
  }
  const logged = course.events().flatMap((event) => (event.kind === "attempt" ? [event.seed] : []));
  console.log(`${seen.length} verdicts were printed, and ${logged.length} attempts are in the log.`);
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.filter((each) => !logged.includes(each))).toEqual([]);
  await expectAllWorks(course);
}

/** Milliseconds that a command needs on this machine today. */
async function timeOf(course: TemporaryCourse, ...command: string[]): Promise<number> {
  const started = performance.now();
  await course.groundwork(...command);
  return performance.now() - started;
}

/** Starts a command, saves a few times meanwhile where asked, kills it, and returns what it had printed. */
async function runAndKill(
  course: TemporaryCourse,
  command: readonly string[],
  milliseconds: number,
  save: (() => void) | undefined,
): Promise<string> {
  const child = start(process.execPath, [course.path("src/launch.mjs"), ...command], {
    cwd: course.root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [printed, complaints] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (text) => {
    printed += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    complaints += text;
  });
  const closed = new Promise((resolve) => child.on("close", resolve));
  if (save) {
    // The second save overtakes the grading of the first.
    await sleep(milliseconds);
    save();
    await sleep(milliseconds / 4);
    save();
  }
  await sleep(milliseconds);
  child.kill("SIGKILL");
  await closed;
  expect(complaints).not.toMatch(/^ +at |fault\.txt/m);
  return printed;
}

/** The seeds, which tell gradings apart, of the verdicts that were printed to the end of their line. */
function seedsIn(printed: string): number[] {
  const lines = printed.split("\n").slice(0, -1);
  return lines.filter((line) => line.startsWith('{"version"')).map((line) => JSON.parse(line).seed);
}

function keptTexts(course: TemporaryCourse): string[] {
  return filesIn(course, ".groundwork/kept/middle")
    .filter((name) => name.endsWith(".ts"))
    .map((name) => course.read(`.groundwork/kept/middle/${name}`));
}

function filesIn(course: TemporaryCourse, folder: string): string[] {
  try {
    return readdirSync(course.path(folder));
  } catch {
    return [];
  }
}

async function expectNoProcesses(course: TemporaryCourse): Promise<void> {
  if (process.platform !== "linux") return;
  await vi.waitFor(() => expect(processesWith(course.root)).toEqual([]), { timeout: 10_000, interval: 20 });
}

async function expectAllWorks(course: TemporaryCourse): Promise<void> {
  course.write(exercise, answers.right);
  expect(await course.groundwork("grade", "90")).toMatchObject({ code: 0, stderr: "" });
  for (const command of ["reset 90", "undo 90", "hint 90", "solution 90", "lesson 90", "lesson"]) {
    expect(await course.groundwork(...command.split(" ")), command).toMatchObject({ code: 0, stderr: "" });
  }
  expect(course.read(exercise)).toBe(answers.right);
  const folders = ["lessons/90-middle", ".groundwork/kept/middle"];
  expect(
    folders.flatMap((folder) => filesIn(course, folder)).filter((name) => name.endsWith(".tmp")),
  ).toEqual([]);
}
