import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { afterAll } from "vitest";

import { readEvents } from "../../../src/course/attempts.ts";
import type { LessonEvent } from "../../../src/course/events.ts";
import { type Ended, run } from "./run.ts";

const repository = resolve(import.meta.dirname, "../../..");
/** With their times, by which a course knows that what was compiled is still fresh; a link stays a link. */
const copying = { recursive: true, preserveTimestamps: true, verbatimSymlinks: true };
const own = ["src", "lessons", "datasets/wine", "package.json", "package-lock.json", ".npmrc"];

/** A course of its own in a temporary folder, where a test may do what learners do, and worse. */
export class TemporaryCourse {
  readonly root: string;

  /** Use `temporaryCourse`. */
  constructor(root: string) {
    this.root = root;
  }

  /** Runs a command to its end, as `node src/launch.mjs …` does, without a terminal. */
  groundwork(...args: string[]): Promise<Ended> {
    return this.node(args);
  }

  /** The same with options for Node and further variables of the environment. */
  node(args: readonly string[], options: readonly string[] = [], env = {}): Promise<Ended> {
    const command = [...options, this.path("src/launch.mjs"), ...args];
    return run(process.execPath, command, { cwd: this.root, env });
  }

  path(file: string): string {
    return join(this.root, file);
  }

  read(file: string): string {
    return readFileSync(this.path(file), "utf8");
  }

  write(file: string, text: string): void {
    writeFileSync(this.path(file), text);
  }

  /** What the log holds, with the code of each attempt. */
  events(): readonly LessonEvent[] {
    return readEvents(this.root, { withCode: true }).events;
  }
}

let compiledOnce: Promise<string> | undefined;

/**
 * Makes a course: this repository's with the wines, and the small lesson 90 and the data set `tiny` of the folder course/. It goes away
 * when the file's tests have ended. Its code is compiled already.
 */
export async function temporaryCourse(): Promise<TemporaryCourse> {
  compiledOnce ??= compileOnce();
  const from = await compiledOnce;
  const root = temporaryFolder();
  cpSync(from, root, copying);
  return new TemporaryCourse(root);
}

async function compileOnce(): Promise<string> {
  const root = temporaryFolder();
  for (const each of own) cpSync(join(repository, each), join(root, each), copying);
  cpSync(join(import.meta.dirname, "course"), root, { recursive: true });
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"), "junction");
  const course = new TemporaryCourse(root);
  for (const command of [
    ["course", "derive"],
    ["grade", "6"],
    ["grade", "90"],
  ])
    await course.groundwork(...command);
  rmSync(course.path(".groundwork/attempts.jsonl"));
  return root;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** A new folder under the system's temporary one, which goes when the file's tests have ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-cli-"));
  folders.push(folder);
  return folder;
}
