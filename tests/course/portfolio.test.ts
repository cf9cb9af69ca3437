import { expect, test } from "vitest";

import type { LessonEvent } from "../../src/course/events.ts";
import { portfolioOf } from "../../src/course/portfolio.ts";
import { anAttempt } from "./an-attempt.ts";

const lessons = [{ id: "mean" }, { id: "spread" }];
const passedChecks = [{ id: "of one number", status: "passed" as const, points: 10 }];

function graded(changes: Parameters<typeof anAttempt>[0]): LessonEvent {
  return { v: 1, sha256: "0".repeat(64), ...anAttempt(changes) };
}

const failed = (minute: number, mistakes: string[]) =>
  graded({ at: `2026-11-20T13:${minute}:00.000Z`, mistakes, code: "wrong" });
const passed = (minute: number, code: string) =>
  graded({ at: `2026-11-20T13:${minute}:00.000Z`, points: 10, checks: passedChecks, mistakes: [], code });
const predicted = (chosen: string): LessonEvent => ({
  ...{ v: 1, kind: "prediction", at: "2026-11-20T13:00:00.000Z", lesson: "mean" },
  ...{ predict: "how-much", chosen, right: false },
});

test("only lessons that were passed are told, in the order of the course", () => {
  const spread = graded({ lesson: "spread", points: 10, checks: passedChecks });
  expect(portfolioOf([spread, failed(10, [])], lessons).map(({ lesson }) => lesson.id)).toEqual(["spread"]);
  expect(portfolioOf([], lessons)).toEqual([]);
});

test("the first pass counts, with the gradings and the mistakes that came before it", () => {
  const events = [
    failed(10, ["sum"]),
    failed(11, ["sum", "middle"]),
    passed(12, "right"),
    failed(13, ["later"]),
    passed(14, "again"),
  ];
  expect(portfolioOf(events, lessons)).toMatchObject([
    { code: "right", attempts: 3, mistakes: ["sum", "middle"], passedAt: "2026-11-20T13:12:00.000Z" },
  ]);
});

test("the first prediction for a question counts: later ones know the answer", () => {
  const [told] = portfolioOf([predicted("1"), passed(12, "right"), predicted("2")], lessons);
  expect([...(told?.predictions ?? [])]).toEqual([["how-much", 1]]);
});
