import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

import * as v from "valibot";

import { fileProblem } from "../course/file-problem.ts";
import { removeLeftovers, temporaryName } from "../course/write-whole.ts";
import type { PageFile } from "../page/figure-files.ts";
import { Problem } from "../problem.ts";

/** Says which files of a folder are ours, so that nothing else is ever replaced. */
const markName = "groundwork-page.json";
const markSchema = v.object({ files: v.array(v.string()) });

/** What systems put into folders by themselves. */
const droppings = new Set([".DS_Store", "Thumbs.db", "desktop.ini"]);

/**
 * Refuses a folder that holds anything which `writePageFolder` did not write. One that is not there yet is fine.
 *
 * @throws Problem "usage"
 */
export function requirePageFolder(folder: string): void {
  try {
    if (!existsSync(folder)) return;
    if (!lstatSync(realpathSync(folder)).isDirectory())
      throw new Problem("usage", `${folder} is a file.`, "Name a folder; one that is not there yet is made.");
    const ours = entriesOfOurs(folder);
    const strange = entriesIn(folder).find((entry) => !ours.has(entry));
    if (strange === undefined) return;
    const what =
      ours.size === 0
        ? `${folder} is not empty, and holds no page of a lesson.`
        : `${folder} holds ${strange}, which no page of a lesson needs.`;
    throw new Problem("usage", what, "Nothing was written. Name another folder, or take away what is in it.");
  } catch (error) {
    throw fileProblem(error, folder, "read", hint);
  }
}

const hint = "Nothing was written. Name another folder, or put that right.";

/**
 * Writes a folder with these files and no others, whole or not at all: at any moment what was there before is there, or all of
 * the new. A page of a lesson that is there already is replaced.
 *
 * @throws Problem "usage" when something else is in the folder, "locked" when the disk does not take it
 * @example writePageFolder("out", [{ path: "index.html", content: "…" }, { path: "figures/01-scores.svg", content: "…" }])
 */
export function writePageFolder(folder: string, files: readonly PageFile[]): void {
  requirePageFolder(folder);
  const stop = () => process.exit(130);
  // Once the signal is ours it comes only between two turns of the loop, and so not between the two renamings.
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    const target = existsSync(folder) ? realpathSync(folder) : folder;
    mkdirSync(dirname(target), { recursive: true });
    removeLeftovers(dirname(target));
    const fresh = temporaryName(target);
    try {
      writeAll(fresh, [...files, mark(files)]);
      putInPlace(fresh, target);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  } catch (error) {
    throw fileProblem(error, folder, "written", hint);
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}

function mark(files: readonly PageFile[]): PageFile {
  const about = "Groundwork wrote these files, and will replace them when it writes here again.";
  const names = [...files.map(({ path }) => path), markName];
  return { path: markName, content: `${JSON.stringify({ about, files: names }, undefined, 2)}\n` };
}

/** What we wrote here, with the folders that it stands in; nothing, where there is no mark of ours. */
function entriesOfOurs(folder: string): Set<string> {
  const file = join(folder, markName);
  if (!existsSync(file)) return new Set();
  try {
    const { files } = v.parse(markSchema, JSON.parse(readFileSync(file, "utf8")));
    return new Set(files.flatMap((path) => [path, dirname(path), dirname(dirname(path))]));
  } catch {
    return new Set();
  }
}

/** The files and folders in a folder, to the deepest, with slashes. */
function entriesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => !droppings.has(basename(path)))
    .map((path) => path.replaceAll("\\", "/"));
}

function writeAll(folder: string, files: readonly PageFile[]): void {
  for (const { path, content } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function putInPlace(fresh: string, folder: string): void {
  if (!existsSync(folder)) {
    renameSync(fresh, folder);
    return;
  }
  const old = temporaryName(folder);
  renameSync(folder, old);
  try {
    renameSync(fresh, folder);
  } catch (error) {
    renameSync(old, folder);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}
