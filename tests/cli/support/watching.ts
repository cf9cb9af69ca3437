import { createInterface } from "node:readline";

import { onTestFinished } from "vitest";

import type { Verdict } from "../../../src/judge/verdict.ts";
import { start } from "./run.ts";
import type { TemporaryCourse } from "./temporary-course.ts";

/** `watch --json` at work. */
export interface Watching {
  /** The next verdict that it prints. */
  next(): Promise<Verdict>;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  readonly complaints: () => string;
}

/** Starts `watch --json` with further arguments; it is killed when the test has ended. */
export function startWatching(course: TemporaryCourse, ...args: string[]): Watching {
  const child = start(process.execPath, [course.path("src/launch.mjs"), "watch", "--json", ...args], {
    cwd: course.root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  if (!child.stdout || !child.stderr) throw new Error("The watch has no output.");
  let complaints = "";
  child.stderr.on("data", (text) => {
    complaints += text;
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<Awaited<ReturnType<Watching["end"]>>>((resolve) =>
    child.on("close", (code, signal) => resolve({ code, signal })),
  );
  return {
    next: async () => JSON.parse((await lines.next()).value ?? "null"),
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
    complaints: () => complaints,
  };
}
