import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

import { afterAll } from "vitest";

import { readLesson } from "../../../src/course/course.ts";
import { findLesson } from "../../../src/course/find-lesson.ts";
import type { ProofFault } from "../../../src/judge/proof/fault.ts";
import type { PartName } from "../../../src/judge/proof/proof-parts.ts";
import { proveLesson } from "../../../src/judge/proof/prove-lesson.ts";

const repository = resolve(import.meta.dirname, "../../..");
const lesson = "lessons/06-normalization";

/** What of lesson 6 a broken copy keeps: enough for all that is proved, and quick. */
const kept = {
  mistakes: ["centred-only.ts", "sample-deviation.ts", "starts-at-zero.ts", "variance-for-deviation.ts"],
  alternatives: ["one-pass.ts", "typed-arrays.ts"],
};

/** What happens to the files of a lesson: a new text, a change of the one that is there, or null to take it away. */
export type Changes = Readonly<Record<string, string | null | ((text: string) => string)>>;

/**
 * Puts one text in the place of another.
 *
 * @throws TypeError when it is not there, so that no case goes on passing after lesson 6 has changed
 * @example swap("minutes: 30", "minutes: 3")("minutes: 30\n") // "minutes: 3\n"
 */
export function swap(before: string, after: string): (text: string) => string {
  return (text) => {
    if (!text.includes(before)) throw new TypeError(`Lesson 6 has no ${JSON.stringify(before)} to change.`);
    return text.replace(before, () => after);
  };
}

const roots: string[] = [];
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true, force: true });
});

/** Proves parts of a copy of lesson 6 that somebody has broken, on the wines alone. */
export async function faultsOf(changes: Changes, ...parts: PartName[]): Promise<readonly ProofFault[]> {
  const root = brokenCourse(changes);
  const found = readLesson(findLesson(root, "6"));
  return (await proveLesson(root, found, { seeds: 3, seedsElsewhere: 1, parts })).faults;
}

function brokenCourse(changes: Changes): string {
  const root = mkdtempSync(join(tmpdir(), "groundwork-proof-"));
  roots.push(root);
  for (const each of ["src", "node_modules"])
    symlinkSync(join(repository, each), join(root, each), "junction");
  for (const each of ["package.json", "package-lock.json", "datasets/wine", lesson])
    cpSync(join(repository, each), join(root, each), { recursive: true });
  for (const [folder, names] of Object.entries(kept)) {
    for (const name of readdirSync(join(root, lesson, folder)))
      if (!names.includes(name)) rmSync(join(root, lesson, folder, name));
  }
  for (const [name, change] of Object.entries(changes)) changeFile(join(root, lesson, name), change ?? null);
  return root;
}

function changeFile(file: string, change: Changes[string]): void {
  mkdirSync(dirname(file), { recursive: true });
  if (change === null) rmSync(file);
  else writeFileSync(file, typeof change === "string" ? change : change(readFileSync(file, "utf8")));
}
