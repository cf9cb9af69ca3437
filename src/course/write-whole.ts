import { randomBytes } from "node:crypto";
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

import { errorCode, fileProblem } from "./file-problem.ts";

const hint = "The file is as it was. Put that right, then give the same command again.";

/**
 * Replaces a file's content so that whoever looks, at any moment, finds the old text or the new text, whole.
 *
 * The text goes to a file beside it (`.NAME.PID-RANDOM.tmp`, which `*.tmp` in .gitignore covers), is brought to the
 * disk, and takes the name in one step. The file keeps its mode, and a link stays a link: what it points to is
 * replaced. What a killed process left half-written is removed by the next write in that folder.
 *
 * @param content text, or bytes where they must survive even if they are not valid text
 * @throws {Problem} "locked" when the folder or the disk does not take the file; the old content is then untouched
 * @example
 * writeWhole("lessons/06-normalization/exercise.ts", starter);
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const target = endOfLinks(file);
  const folder = dirname(target);
  const temporary = temporaryName(target);
  try {
    removeLeftovers(folder);
    writeDurably(temporary, content, modeOf(target));
    renameSync(temporary, target);
    syncFolder(folder);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw fileProblem(error, file, "written", hint);
  }
}

/** A name beside a file or folder, for what is to take its place: hidden, and known as ours when we were killed. */
export function temporaryName(target: string): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`);
}

/** The path that a chain of links ends at, also when nothing is there yet. */
function endOfLinks(file: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw fileProblem(error, file, "written", hint);
  }
  const link = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(file) : undefined;
  return link === undefined ? file : endOfLinks(resolve(dirname(file), link));
}

/** Removes what processes that live no more left behind; a living one may be writing still. */
export function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const processId = /^\..+\.(\d+)-[0-9a-f]{8}\.tmp$/.exec(name)?.[1];
    if (processId === undefined || isAlive(Number(processId))) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(processId: number): boolean {
  // Writing is synchronous, so a file that carries our own number is from a process that had it before us.
  if (processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

function modeOf(file: string): number | undefined {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode;
  return mode === undefined ? undefined : mode & 0o7777;
}

function writeDurably(file: string, content: string | Uint8Array, mode: number | undefined): void {
  const descriptor = openSync(file, "wx");
  try {
    writeFileSync(descriptor, content);
    // Not given to openSync, where the umask would take bits away.
    if (mode !== undefined) fchmodSync(descriptor, mode);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Brings the new name itself to the disk, where the system can do that for a folder. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, "r");
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch {
    // Windows and some shared drives refuse. The file is whole all the same; a power cut may bring the old one back.
  }
}
