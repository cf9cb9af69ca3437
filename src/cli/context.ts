import type { EarlyHost } from "../judge/process-pool.ts";
import type { Terminal } from "./terminal/screen.ts";

/** What a command is given of the world: all that it reads and writes goes through here. */
export interface Context {
  /** The course's folder. */
  readonly root: string;
  /** A process for an answer, where the launcher has started one. */
  readonly early: EarlyHost | undefined;
  readonly terminal: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes a line of the command's result. */
  print(text: string): void;
  /** Writes a line beside the result, which a pipe doesn't carry on. */
  note(text: string): void;
  now(): Date;
  /** What the process will end with: 0 all well, 1 not all passed, 2 the request itself was wrong. */
  exitCode: number;
}

/** How the learner gives commands here: `npm run grade 6`, with `--` before options. */
export function commandLine(command: string, ...words: readonly (string | number)[]): string {
  const options = words.findIndex((word) => String(word).startsWith("--"));
  const parts = options < 0 ? words : [...words.slice(0, options), "--", ...words.slice(options)];
  return ["npm run", command, ...parts].join(" ");
}
