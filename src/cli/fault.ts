import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { Context } from "./context.ts";

/**
 * Tells of a fault of our own: what a maintainer needs goes into a file, and two lines to the learner.
 *
 * @returns the exit code, which is that of nothing else
 */
export function reportFault(thrown: unknown, args: readonly string[], { root, now, note }: Context): number {
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  const report = `${now().toISOString()} ${args.join(" ")}\nNode ${process.version}\n${text}\n`;
  note("Something broke inside Groundwork; it is not your mistake, and your work is as it was.");
  const file = join(root, ".groundwork", "fault.txt");
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, report);
    note("What happened stands in .groundwork/fault.txt. Please report it with that text.");
  } catch {
    note(`Please report it with this text:\n${report}`);
  }
  return 3;
}
