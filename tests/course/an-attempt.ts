import type { NewEvent } from "../../src/course/events.ts";

/** An attempt to put into a log, whole in all its parts; a test names those that it is about. */
export function anAttempt(changes: Partial<Extract<NewEvent, { kind: "attempt" }>> = {}) {
  return {
    kind: "attempt" as const,
    at: "2026-11-20T13:38:49.000Z",
    lesson: "mean",
    dataset: "tiny",
    points: 2,
    outOf: 10,
    checks: [
      { id: "of one number", status: "passed" as const, points: 2 },
      { id: "of many numbers", status: "failed" as const, points: 0 },
    ],
    mistakes: ["sum"],
    hintsUsed: 1,
    seed: -7,
    milliseconds: 31.4,
    isolation: "process" as const,
    code: "export const mean = 1;\n",
    ...changes,
  };
}
