import type { Attempt, LessonEvent } from "./events.ts";

/** How far a learner is with one lesson. */
export type Progress = {
  /** "begun" from the first time the lesson was opened; "passed" stays, whatever is tried later. */
  readonly state: "new" | "begun" | "passed";
  /** Of the best attempt: the one with the greatest part of its points. 0 of 0 before the first. */
  readonly points: number;
  readonly outOf: number;
  readonly attempts: number;
  /** The ids of the checks that did not pass in the last attempt. */
  readonly failedChecks: readonly string[];
  /** How many different hints were shown. */
  readonly hintsUsed: number;
  /** ISO times: when it was first passed, and when anything was last done. */
  readonly passedAt: string | undefined;
  readonly lastAt: string | undefined;
};

/**
 * How far a learner is with a lesson, by the lesson's id: a folder may be renamed or renumbered.
 *
 * @param events in the order of the log
 * @example
 * progressOf(readEvents(root).events, "normalization") // { state: "begun", points: 4, outOf: 10, attempts: 2, … }
 */
export function progressOf(events: readonly LessonEvent[], lessonId: string): Progress {
  const own = events.filter((event) => event.lesson === lessonId);
  const attempts = own.filter((event) => event.kind === "attempt");
  const hints = own.filter((event) => event.kind === "hint");
  const pass = attempts.find(isPass);
  const best = attempts.toSorted((one, other) => shareOf(other) - shareOf(one))[0];
  const failed = attempts.at(-1)?.checks.filter((check) => check.status !== "passed") ?? [];
  return {
    state: pass ? "passed" : own.length > 0 ? "begun" : "new",
    points: best?.points ?? 0,
    outOf: best?.outOf ?? 0,
    attempts: attempts.length,
    failedChecks: failed.map((check) => check.id),
    hintsUsed: new Set(hints.map(({ check, index }) => JSON.stringify([check, index]))).size,
    passedAt: pass?.at,
    lastAt: own.at(-1)?.at,
  };
}

function shareOf(attempt: Attempt): number {
  return attempt.outOf > 0 ? attempt.points / attempt.outOf : 0;
}

function isPass(attempt: Attempt): boolean {
  return shareOf(attempt) >= 1 && attempt.checks.every((check) => check.status === "passed");
}

/** The one thing to do next. */
export type NextThing<Lesson> =
  | { readonly kind: "continue" | "start"; readonly lesson: Lesson }
  | { readonly kind: "done" };

/**
 * What to do next: go on with the lesson that was begun and worked on last, else start the first that is new, else
 * nothing, for all are passed.
 *
 * @param lessons those that are written, in the order of the course
 * @param progress by lesson id; a lesson that it does not have is new
 * @example
 * nextThing(lessons, progress) // { kind: "start", lesson: { id: "baseline", … } }
 */
export function nextThing<Lesson extends { readonly id: string }>(
  lessons: readonly Lesson[],
  progress: ReadonlyMap<string, Progress>,
): NextThing<Lesson> {
  const lastWork = (lesson: Lesson) => Date.parse(progress.get(lesson.id)?.lastAt ?? "");
  const begun = lessons
    .filter((lesson) => progress.get(lesson.id)?.state === "begun")
    .toSorted((one, other) => lastWork(other) - lastWork(one))[0];
  if (begun !== undefined) return { kind: "continue", lesson: begun };
  const fresh = lessons.find((lesson) => (progress.get(lesson.id)?.state ?? "new") === "new");
  return fresh === undefined ? { kind: "done" } : { kind: "start", lesson: fresh };
}

/** How many different answers open the solution to a learner who has not passed. */
const answersForSolution = 3;

/**
 * How many more answers a learner has to try before seeing the solution: 0 after a pass. Grading the same code again is no new
 * answer, and neither is a starter in which nothing is written yet.
 *
 * @example
 * answersUntilSolution(events, "normalization") // 2, after one attempt that failed
 */
export function answersUntilSolution(events: readonly LessonEvent[], lessonId: string): number {
  const attempts = events
    .filter((event) => event.kind === "attempt")
    .filter(({ lesson }) => lesson === lessonId);
  if (attempts.some(isPass)) return 0;
  const written = attempts.filter((attempt) =>
    attempt.checks.some(({ status }) => status !== "todo" && status !== "skipped"),
  );
  return Math.max(0, answersForSolution - new Set(written.map((attempt) => attempt.sha256)).size);
}

/**
 * Whether a learner may see the solution without asking for it `--anyway`: after a pass, or three different answers.
 *
 * @example
 * maySeeSolution(events, "normalization") // true
 */
export function maySeeSolution(events: readonly LessonEvent[], lessonId: string): boolean {
  return answersUntilSolution(events, lessonId) === 0;
}
