import { expect, test } from "vitest";

import type { LessonEvent } from "../../src/course/events.ts";
import { intervals, scheduleOf } from "../../src/course/review.ts";
import { anAttempt } from "./an-attempt.ts";

const question = { lesson: "mean", recall: "which-rows" };
const start = Date.parse("2026-11-20T13:00:00.000Z");
const daysLater = (days: number) => new Date(start + days * 86_400_000).toISOString();

/** A pass at the start, then reviews, each so many days after it. */
function log(...reviews: readonly (readonly [days: number, remembered: boolean])[]): LessonEvent[] {
  const checks = [{ id: "of one number", status: "passed" as const, points: 10 }];
  const pass = {
    v: 1,
    sha256: "0".repeat(64),
    ...anAttempt({ at: daysLater(0), points: 10, checks }),
  } as const;
  const rest = reviews.map(
    ([days, remembered]) => ({ v: 1, kind: "review", at: daysLater(days), ...question, remembered }) as const,
  );
  return [pass, ...rest];
}

const dueIn = (events: LessonEvent[]) =>
  scheduleOf(events, [question]).map(({ dueAt }) => (dueAt.getTime() - start) / 86_400_000);

test("a question waits for its lesson to be passed", () => {
  expect(scheduleOf([], [question])).toEqual([]);
  expect(dueIn(log())).toEqual([1]);
});

test("each time that it is remembered, the wait is longer, up to the longest", () => {
  expect(dueIn(log([1, true]))).toEqual([1 + 3]);
  expect(dueIn(log([1, true], [4, true]))).toEqual([4 + 7]);
  const often = Array.from({ length: 10 }, (_, i) => [i + 1, true] as const);
  expect(dueIn(log(...often))).toEqual([10 + 90]);
});

test("a question that was not remembered begins again with a day", () => {
  expect(dueIn(log([1, true], [4, true], [11, false]))).toEqual([11 + 1]);
  expect(dueIn(log([1, true], [4, true], [11, false], [12, true]))).toEqual([12 + 3]);
});

test("the longest overdue comes first, and another lesson's reviews change nothing", () => {
  const other = { ...question, recall: "another" };
  const scheduled = scheduleOf(log([1, true]), [question, other]);
  expect(scheduled.map(({ recall }) => recall)).toEqual(["another", "which-rows"]);
});

test("the intervals grow", () => {
  expect([...intervals].sort((one, later) => one - later)).toEqual([...intervals]);
  expect(new Set(intervals).size).toBe(intervals.length);
});
