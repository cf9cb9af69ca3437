import { readdirSync, readFileSync } from "node:fs";

/**
 * The ids of the processes that have a text in their command line, such as a course's folder; Linux only.
 *
 * @example
 * processesWith(course.root) // [4711]: an answer's process, or a command that still runs
 */
export function processesWith(text: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => commandLineOf(id).includes(text))
    .map(Number);
}

function commandLineOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, "utf8");
  } catch {
    // It has ended since its folder was listed.
    return "";
  }
}
