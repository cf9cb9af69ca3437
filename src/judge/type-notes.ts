import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { basename, dirname, join, relative } from "node:path";

import { codeFrame } from "./source-place.ts";
import type { ShownError } from "./verdict.ts";

/** Notes shown at most: the first ones usually cause the rest. */
const most = 5;
/** Milliseconds after which a grading no longer waits for TypeScript. */
const patience = 5_000;

/**
 * Asks TypeScript what it thinks of an exercise; empty where it has nothing to say or is not installed.
 *
 * It runs beside the grading, and its last answer for each text is kept, so that it rarely costs any time.
 */
export async function typeNotesOf(
  root: string,
  file: string,
  code: string,
  signal?: AbortSignal,
): Promise<ShownError[]> {
  const kept = join(root, ".groundwork", "cache", "types", `${basename(dirname(file))}.json`);
  const key = createHash("sha256").update(code).update(file).digest("hex");
  const before = readKept(kept, key);
  if (before) return before;
  if (!isOnDisk(file, code)) return [];
  const output = await runTypeScript(root, file, code, signal);
  if (output === null) return [];
  const notes = parseNotes(output, nameOf(root, file), code);
  if (isOnDisk(file, code)) writeKept(kept, { key, notes });
  return notes;
}

/** TypeScript reads the file itself: what it says holds for the text that is there. */
function isOnDisk(file: string, code: string): boolean {
  return existsSync(file) && readFileSync(file, "utf8") === code;
}

function readKept(file: string, key: string): ShownError[] | null {
  try {
    const kept = JSON.parse(readFileSync(file, "utf8"));
    return kept.key === key ? kept.notes : null;
  } catch {
    return null;
  }
}

function writeKept(file: string, kept: { key: string; notes: ShownError[] }): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(kept));
  } catch {
    // What can't be kept is asked again the next time.
  }
}

/** The exercise as TypeScript calls it when it runs in the course's folder. */
function nameOf(root: string, file: string): string {
  return relative(root, file).replaceAll("\\", "/");
}

async function runTypeScript(
  root: string,
  file: string,
  code: string,
  signal?: AbortSignal,
): Promise<string | null> {
  const compiler = findCompiler(root);
  if (!compiler) return null;
  const types = usesNode.test(code) ? ["--types", "node"] : ["--types", "", join(root, globals)];
  const words = [...settings, ...types, nameOf(root, file)];
  const options = { cwd: root, timeout: patience, maxBuffer: 1024 * 1024, ...(signal ? { signal } : {}) };
  return new Promise((resolve) => {
    const { pid } = execFile(compiler, words, options, (error, stdout) => {
      const wasStopped = error !== null && typeof error.code !== "number";
      resolve(wasStopped ? null : stdout);
    });
    if (pid !== undefined) stepBack(pid);
  });
}

/** Lets the checks go first where there are few processors. */
function stepBack(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended, or the system has no say in this.
  }
}

/** The types of Node cost 70 ms, and those of a browser as much, so they come in only where they may be used. */
const usesNode =
  /\b(process|Buffer|require|URL|fetch|crypto|setImmediate|TextEncoder|TextDecoder)\b|["']node:/;
const globals = "src/judge/exercise-globals.d.ts";

/** The settings of lessons/tsconfig.json; one thread, since the checks run meanwhile. */
const settings = [
  ...["--noEmit", "--pretty", "false", "--ignoreConfig", "--singleThreaded"],
  ...["--strict", "--skipLibCheck", "--allowImportingTsExtensions", "--exactOptionalPropertyTypes"],
  ...["--target", "es2023", "--lib", "es2023", "--module", "nodenext"],
];

/** TypeScript's own executable: its JavaScript wrapper costs half a second. */
function findCompiler(root: string): string | null {
  const { platform, arch } = process;
  const folder = join(root, "node_modules", "@typescript", `typescript-${platform}-${arch}`, "lib");
  const path = join(folder, platform === "win32" ? "tsc.exe" : "tsc");
  return existsSync(path) ? path : null;
}

/** Reads lines such as `lessons/06/exercise.ts(3,7): error TS2322: Type 'string' is not assignable to type 'number'.` */
function parseNotes(output: string, name: string, code: string): ShownError[] {
  const notes: ShownError[] = [];
  for (const line of output.split(/\r?\n/)) {
    const [, path = "", row = "", column = "", message = ""] =
      /^(.*)\((\d+),(\d+)\): error TS\d+: (.*)$/.exec(line) ?? [];
    // A gap is still to be filled, and what follows from it is no error of the learner's.
    if (path === name && message === "Cannot find name '___'.") return [];
    if (path !== name || notes.length >= most) continue;
    const place = { line: Number(row), column: Number(column) };
    notes.push({ message, ...place, frame: codeFrame(code, place) });
  }
  return notes;
}
