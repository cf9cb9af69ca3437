import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";

import { onTestFinished } from "vitest";

import { start } from "./run.ts";
import type { TemporaryCourse } from "./temporary-course.ts";

/** Whether commands can be tried in a terminal here: Python has a module for it where the system does. */
export const hasTerminals = spawnSync("python3", ["-c", "import pty, termios"]).status === 0;
if (!hasTerminals) console.warn("SKIPPED: tests of commands in a terminal need python3 on Linux or macOS.");

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** A command in a terminal, and a person who reads and types. */
export interface Session {
  /** Waits until a text is on the screen, after all that was waited for before. */
  see(text: string | RegExp): Promise<void>;
  /** Presses keys; "\r" is Enter, "\x03" Ctrl-C. */
  press(keys: string): void;
  /** Closes the window, without a word to the command. */
  close(): void;
  /** Waits for the end: the exit code, negative for a signal, and whether lines and echo are as they were before. */
  ended(): Promise<{ code: number; isSane: boolean }>;
  /** All that was shown, without control sequences. */
  shown(): string;
  /** All that was shown, as it came. */
  raw(): string;
}

/** Milliseconds. */
const patience = 10_000;

/** Opens a terminal in which a command of the course runs; it is closed when the test has ended. */
export function openTerminal(
  course: TemporaryCourse,
  args: readonly string[],
  { columns = 80, rows = 24, env = {} }: TerminalOptions = {},
): Session {
  const command = [process.execPath, course.path("src/launch.mjs"), ...args];
  const script = join(import.meta.dirname, "pseudo-terminal.py");
  const child = start("python3", [script, String(columns), String(rows), ...command], {
    cwd: course.root,
    env: { TERM: "xterm-256color", ...env },
    stdio: "pipe",
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let [raw, report] = ["", ""];
  let readTo = 0;
  const shown = () => stripVTControlCharacters(raw).replaceAll("\r\n", "\n");
  child.stdout?.setEncoding("utf8").on("data", (text) => {
    raw += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    report += text;
  });
  const closed = new Promise<void>((resolve) => child.on("close", () => resolve()));
  const find = (wanted: string | RegExp) => {
    const rest = shown().slice(readTo);
    const found = typeof wanted === "string" ? rest.indexOf(wanted) : rest.search(wanted);
    const length = typeof wanted === "string" ? wanted.length : (wanted.exec(rest)?.[0].length ?? 0);
    if (found >= 0) readTo += found + length;
    return found >= 0;
  };
  return {
    shown,
    raw: () => raw,
    close: () => void child.kill("SIGKILL"),
    press: (keys) => void child.stdin?.write(keys),
    see: async (wanted) => {
      const giveUp = Date.now() + patience;
      while (!find(wanted)) {
        if (Date.now() > giveUp || child.exitCode !== null)
          throw new Error(`${wanted} did not come on the screen. What is there:\n${shown().slice(readTo)}`);
        await sleep(20);
      }
    },
    ended: async () => {
      await Promise.race([closed, sleep(patience)]);
      if (report === "") throw new Error(`The command goes on. What is there:\n${shown().slice(readTo)}`);
      return JSON.parse(report.trim().split("\n").at(-1) ?? "");
    },
  };
}
