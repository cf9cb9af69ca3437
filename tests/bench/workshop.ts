import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { killGroup } from "../../src/judge/spawn-host.mjs";

/** A temporary place to measure in; when it closes, or this process ends, nothing of it is left. */
export interface Workshop {
  /** An empty folder. */
  readonly empty: string;
  /** A copy of the course, with an exercise and a log of its own. */
  readonly course: string;
  /** Starts a program, in a process group of its own. */
  start(command: readonly [string, ...string[]], folder: string): ChildProcess;
  /** Ends a program and all that it has started. */
  stop(child: ChildProcess): void;
  close(): void;
}

const copied = ["src", "lessons", "datasets", "package.json", "package-lock.json", ".npmrc", "tsconfig.json"];

/** Copies the course in `root` to a new temporary folder; the packages are shared. */
export function openWorkshop(root: string): Workshop {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-bench-"));
  const [empty, course] = [join(folder, "empty"), join(folder, "course")];
  const running = new Set<ChildProcess>();
  const stop = (child: ChildProcess) => {
    running.delete(child);
    killGroup(child);
  };
  const close = () => {
    for (const child of running) stop(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  closeWithProcess(close);
  mkdirSync(empty);
  for (const name of copied) {
    cpSync(join(root, name), join(course, name), { recursive: true, preserveTimestamps: true });
  }
  symlinkSync(join(root, "node_modules"), join(course, "node_modules"), "junction");
  const start = (command: readonly [string, ...string[]], cwd: string) => {
    const child = startIn(cwd, command);
    running.add(child);
    child.once("exit", () => running.delete(child));
    return child;
  };
  return { empty, course, start, stop, close };
}

function closeWithProcess(close: () => void): void {
  process.once("exit", close);
  for (const [signal, number] of [
    ["SIGINT", 2],
    ["SIGTERM", 15],
    ["SIGHUP", 1],
  ] as const) {
    process.once(signal, () => process.exit(128 + number));
  }
}

function startIn(cwd: string, [command, ...args]: readonly [string, ...string[]]): ChildProcess {
  return spawn(command, args, {
    cwd,
    env: environment(),
    // An input that stays open and silent, as a terminal's does.
    stdio: ["pipe", "pipe", "pipe"],
    detached: process.platform !== "win32",
    shell: process.platform === "win32",
  });
}

/** The environment without what `npm run bench` put there: its options are not those of the commands measured. */
function environment(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter((name) => !/^npm_|^(CI|NODE_V8_COVERAGE)$/i.test(name));
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}
