import { createHash, type Hash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

import type { LessonFolder } from "../../course/course.ts";
import { writeWhole } from "../../course/write-whole.ts";

/** What a lesson's proof doesn't depend on: how things are shown; the learner's own text; what editors and systems leave about. */
const withoutEffect = new Set(["cli", "page", "exercise.ts", "node_modules"]);

/** Remembers which lessons have passed their proof, in which state of their own files and of all that they stand on. */
export interface Stamps {
  /** Names the state that a lesson is in now. */
  stateOf(lesson: LessonFolder): string;
  /** Whether it passed in the state that it is in now. */
  holds(lesson: LessonFolder): boolean;
  /** Writes down the state in which it passed; or, for undefined, that it did not. */
  keep(lesson: LessonFolder, state: string | undefined): void;
}

/**
 * Opens the stamps in .groundwork/proofs/, one a lesson. A state is made of what is in the files and not of their times, so that a
 * change of branches and back proves nothing again.
 *
 * @param thoroughness how the lessons are proved: what passed a lighter proof has not passed this one
 * @example
 * const stamps = openStamps(root, "50 5");
 * const due = lessons.filter((lesson) => !stamps.holds(lesson));
 */
export function openStamps(root: string, thoroughness: string): Stamps {
  const common = createHash("sha256").update(`${thoroughness} ${process.versions.node}`);
  for (const name of ["src", "datasets", "package-lock.json"]) addPath(common, join(root, name), name);
  const fileOf = ({ folder }: LessonFolder) =>
    join(root, ".groundwork", "proofs", `${folder.split(/[\\/]/).at(-1)}.txt`);
  const stateOf = ({ folder }: LessonFolder) => addPath(common.copy(), folder, "").digest("hex");
  return {
    stateOf,
    holds: (lesson) => existsSync(fileOf(lesson)) && readFileSync(fileOf(lesson), "utf8") === stateOf(lesson),
    keep: (lesson, state) => {
      const file = fileOf(lesson);
      if (state === undefined) return rmSync(file, { force: true });
      mkdirSync(dirname(file), { recursive: true });
      writeWhole(file, state);
    },
  };
}

/** Adds a file's name and content, or those of all that is in a folder. */
function addPath(hash: Hash, path: string, name: string): Hash {
  const entries = entriesOf(path);
  if (entries === undefined) return hash.update(`\n${name}\n`).update(contentOf(path));
  for (const entry of entries.sort()) {
    if (!withoutEffect.has(entry) && !/^\.|\.tmp$/.test(entry))
      addPath(hash, join(path, entry), `${name}/${entry}`);
  }
  return hash;
}

function entriesOf(path: string): string[] | undefined {
  try {
    return readdirSync(path);
  } catch {
    return undefined;
  }
}

/** A file that went away since its folder was listed is as good as empty. */
function contentOf(file: string): Buffer | string {
  try {
    return readFileSync(file);
  } catch {
    return "";
  }
}
